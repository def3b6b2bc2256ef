package org.assent.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.support.StaticListableBeanFactory;
import org.springframework.web.util.HtmlUtils;

/** Every place of a model, a table and a form that takes an expression, against everything that attackers try in one. */
@Tag("once")
class ModelGateTest {

    private static final String NOTHING = "Nothing was deployed.";

    private static final StaticListableBeanFactory BEANS = new StaticListableBeanFactory(Map.of(
            "recordDelegate",
            (JavaDelegate) execution -> {},
            "dataSource",
            "a database",
            "environment",
            "its settings",
            "applicationContext",
            "all parts",
            "processEngine",
            "the engine"));
    private static final ModelGate GATE = new ModelGate(BEANS);

    /** Places in a model; @P@ stands where the expression goes. */
    static final List<String> PLACES = List.of(
            "<userTask id='a' camunda:assignee='@P@'/>",
            "<userTask id='a' camunda:candidateUsers='@P@'/>",
            "<userTask id='a' camunda:candidateGroups='b,@P@'/>",
            "<userTask id='a' camunda:dueDate='@P@'/>",
            "<userTask id='a' camunda:followUpDate='@P@'/>",
            "<userTask id='a' camunda:priority='@P@'/>",
            "<userTask id='a' camunda:formKey='@P@'/>",
            "<userTask id='a' camunda:formRef='@P@' camunda:formRefBinding='deployment'/>",
            "<userTask id='a' camunda:formRef='f' camunda:formRefBinding='version' camunda:formRefVersion='@P@'/>",
            "<userTask id='a' name='@P@'/>",
            "<userTask id='a'><documentation>@P@</documentation></userTask>",
            "<userTask id='a'><potentialOwner><resourceAssignmentExpression><formalExpression>@P@</formalExpression></resourceAssignmentExpression></potentialOwner></userTask>",
            "<userTask id='a'><humanPerformer><resourceAssignmentExpression><formalExpression>@P@</formalExpression></resourceAssignmentExpression></humanPerformer></userTask>",
            "<userTask id='a'><extensionElements><camunda:taskListener event='create' delegateExpression='@P@'/></extensionElements></userTask>",
            "<userTask id='a'><extensionElements><camunda:taskListener event='create' expression='@P@'/></extensionElements></userTask>",
            "<userTask id='a'><extensionElements><camunda:taskListener event='timeout' delegateExpression='${recordDelegate}'><timerEventDefinition><timeDuration>@P@</timeDuration></timerEventDefinition></camunda:taskListener></extensionElements></userTask>",
            "<userTask id='a'><extensionElements><camunda:formData><camunda:formField id='x' type='string' label='@P@' defaultValue='@P@'/></camunda:formData></extensionElements></userTask>",
            "<serviceTask id='a' camunda:delegateExpression='@P@'/>",
            "<serviceTask id='a' camunda:expression='@P@'/>",
            "<serviceTask id='a' camunda:class='@P@'/>",
            "<serviceTask id='a' camunda:type='external' camunda:topic='@P@'/>",
            "<serviceTask id='a' camunda:type='external' camunda:topic='t' camunda:taskPriority='@P@'/>",
            "<serviceTask id='a' camunda:delegateExpression='${recordDelegate}'><extensionElements><camunda:field name='x' expression='@P@'/></extensionElements></serviceTask>",
            "<serviceTask id='a' camunda:delegateExpression='${recordDelegate}'><extensionElements><camunda:field name='x'><camunda:expression>@P@</camunda:expression></camunda:field></extensionElements></serviceTask>",
            "<serviceTask id='a' camunda:delegateExpression='${recordDelegate}'><extensionElements><camunda:failedJobRetryTimeCycle>@P@</camunda:failedJobRetryTimeCycle></extensionElements></serviceTask>",
            "<serviceTask id='a' camunda:delegateExpression='${recordDelegate}' camunda:jobPriority='@P@'/>",
            "<task id='a'><extensionElements><camunda:executionListener event='start' delegateExpression='@P@'/></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:executionListener event='start' expression='@P@'/></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'>@P@</camunda:inputParameter></camunda:inputOutput></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:inputOutput><camunda:outputParameter name='x'>@P@</camunda:outputParameter></camunda:inputOutput></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:list><camunda:value>@P@</camunda:value></camunda:list></camunda:inputParameter></camunda:inputOutput></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='@P@'>v</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></task>",
            "<task id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:map><camunda:entry key='k'>@P@</camunda:entry></camunda:map></camunda:inputParameter></camunda:inputOutput></extensionElements></task>",
            "<task id='a'><multiInstanceLoopCharacteristics camunda:collection='@P@' camunda:elementVariable='e'/></task>",
            "<task id='a'><multiInstanceLoopCharacteristics><loopCardinality>@P@</loopCardinality></multiInstanceLoopCharacteristics></task>",
            "<task id='a'><multiInstanceLoopCharacteristics><loopCardinality>2</loopCardinality><completionCondition>@P@</completionCondition></multiInstanceLoopCharacteristics></task>",
            "<callActivity id='a' calledElement='@P@'/>",
            "<callActivity id='a' calledElement='x' camunda:calledElementBinding='version' camunda:calledElementVersion='@P@'/>",
            "<callActivity id='a' calledElement='x' camunda:calledElementTenantId='@P@'/>",
            "<callActivity id='a' calledElement='x'><extensionElements><camunda:in sourceExpression='@P@' target='t'/></extensionElements></callActivity>",
            "<callActivity id='a' calledElement='x'><extensionElements><camunda:in businessKey='@P@'/></extensionElements></callActivity>",
            "<callActivity id='a' calledElement='x'><extensionElements><camunda:out sourceExpression='@P@' target='t'/></extensionElements></callActivity>",
            "<callActivity id='a' calledElement='x' camunda:variableMappingDelegateExpression='@P@'/>",
            "<businessRuleTask id='a' camunda:decisionRef='@P@'/>",
            "<businessRuleTask id='a' camunda:decisionRef='d' camunda:decisionRefBinding='version' camunda:decisionRefVersion='@P@'/>",
            "<sequenceFlow id='a' sourceRef='s' targetRef='t'><conditionExpression>@P@</conditionExpression></sequenceFlow>",
            "<sequenceFlow id='a' sourceRef='s' targetRef='t'><extensionElements><camunda:executionListener event='take' expression='@P@'/></extensionElements></sequenceFlow>",
            "<intermediateCatchEvent id='a'><timerEventDefinition><timeDate>@P@</timeDate></timerEventDefinition></intermediateCatchEvent>",
            "<intermediateCatchEvent id='a'><timerEventDefinition><timeCycle>@P@</timeCycle></timerEventDefinition></intermediateCatchEvent>",
            "<intermediateCatchEvent id='a'><timerEventDefinition><timeDuration>@P@</timeDuration></timerEventDefinition></intermediateCatchEvent>",
            "<intermediateCatchEvent id='a'><conditionalEventDefinition><condition>@P@</condition></conditionalEventDefinition></intermediateCatchEvent>",
            "<serviceTask id='a' camunda:type='external' camunda:topic='t'><extensionElements><camunda:errorEventDefinition id='e' errorRef='r' expression='@P@'/></extensionElements></serviceTask>",
            "<startEvent id='a' camunda:initiator='@P@'/>",
            "<endEvent id='a'><errorEventDefinition errorRef='@P@'/></endEvent>");

    static Stream<Payloads.Payload> payloads() {
        return Payloads.all().stream();
    }

    @Test
    void there_are_enough_payloads_and_places_to_speak_of_all() {
        assertThat(Payloads.all()).hasSizeGreaterThanOrEqualTo(40);
        assertThat(Payloads.all()).extracting(Payloads.Payload::text).doesNotHaveDuplicates();
        assertThat(PLACES).hasSizeGreaterThanOrEqualTo(50).doesNotHaveDuplicates();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void no_place_of_a_model_takes_it(Payloads.Payload payload) {
        for (String place : PLACES) {
            String model = process(place.replace("@P@", escaped(payload)));
            assertThatThrownBy(() -> deploy("burgle.bpmn", model))
                    .as("%s in %s", payload.name(), place)
                    .isInstanceOf(Refusal.class);
        }
        for (String place : List.of(
                "<message id='a' name='@P@'/>", "<signal id='a' name='@P@'/>", "<error id='a' errorCode='@P@'/>")) {
            String model = definitions(place.replace("@P@", escaped(payload)));
            assertThatThrownBy(() -> deploy("burgle.bpmn", model))
                    .as("%s in %s", payload.name(), place)
                    .isInstanceOf(Refusal.class);
        }
        for (String attribute : List.of("historyTimeToLive", "candidateStarterUsers", "versionTag", "jobPriority")) {
            String model = definitions(
                    "<process id='p' isExecutable='true' camunda:" + attribute + "='" + escaped(payload) + "'/>");
            assertThatThrownBy(() -> deploy("burgle.bpmn", model))
                    .as("%s in %s", payload.name(), attribute)
                    .isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("payloads")
    void no_table_and_no_form_takes_it(Payloads.Payload payload) {
        for (String place : List.of(
                "<input id='a'><inputExpression><text>@P@</text></inputExpression></input>",
                "<input id='a'><inputExpression expressionLanguage='juel'><text>@P@</text></inputExpression></input>",
                "<rule id='a'><inputEntry><text>@P@</text></inputEntry></rule>",
                "<rule id='a'><outputEntry><text>@P@</text></outputEntry></rule>")) {
            String table =
                    table("<decisionTable id='t'>" + place.replace("@P@", escaped(payload)) + "</decisionTable>");
            assertThatThrownBy(() -> deploy("burgle.dmn", table))
                    .as("%s in %s", payload.name(), place)
                    .isInstanceOf(Refusal.class);
        }
        assertThatThrownBy(() -> deploy(
                        "burgle.dmn",
                        table("<literalExpression><text>" + escaped(payload) + "</text></literalExpression>")))
                .isInstanceOf(Refusal.class);
        for (String attribute : List.of("label", "defaultValue", "description", "valuesExpression", "text")) {
            assertThatThrownBy(() -> deploy("burgle.form", form("textfield", attribute, payload.text())))
                    .as("%s in %s", payload.name(), attribute)
                    .isInstanceOf(Refusal.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            value = {
                "a script task | <scriptTask id='a' scriptFormat='groovy'><script>1</script></scriptTask>",
                "a script task in JUEL | <scriptTask id='a' scriptFormat='juel'><script>1</script></scriptTask>",
                "a script from elsewhere | <scriptTask id='a' scriptFormat='groovy' camunda:resource='classpath://x'/>",
                "a script as a listener | <task id='a'><extensionElements><camunda:executionListener event='start'><camunda:script scriptFormat='groovy'>1</camunda:script></camunda:executionListener></extensionElements></task>",
                "a script as a parameter | <task id='a'><extensionElements><camunda:inputOutput><camunda:inputParameter name='x'><camunda:script scriptFormat='juel'>1</camunda:script></camunda:inputParameter></camunda:inputOutput></extensionElements></task>",
                "a script as a condition | <sequenceFlow id='a' sourceRef='s' targetRef='t'><conditionExpression language='groovy'>true</conditionExpression></sequenceFlow>",
                "a condition from elsewhere | <sequenceFlow id='a' sourceRef='s' targetRef='t'><conditionExpression camunda:resource='x.groovy'>true</conditionExpression></sequenceFlow>",
                "a class | <serviceTask id='a' camunda:class='org.assent.access.Burglar'/>",
                "a class as a listener | <task id='a'><extensionElements><camunda:executionListener event='start' class='org.assent.access.Burglar'/></extensionElements></task>",
                "a class as a task's listener | <userTask id='a'><extensionElements><camunda:taskListener event='create' class='org.assent.access.Burglar'/></extensionElements></userTask>",
                "a class of an older engine | <serviceTask id='a' activiti:class='org.assent.access.Burglar'/>",
                "a listener of an older engine | <task id='a'><extensionElements><activiti:executionListener event='start' class='org.assent.access.Burglar'/></extensionElements></task>",
                "a shell | <serviceTask id='a' camunda:type='shell'/>",
                "a mail that the engine sends | <serviceTask id='a' camunda:type='mail'/>",
                "a connector | <serviceTask id='a'><extensionElements><camunda:connector><camunda:connectorId>http-connector</camunda:connectorId></camunda:connector></extensionElements></serviceTask>",
                "a mapping by class | <callActivity id='a' calledElement='x' camunda:variableMappingClass='org.assent.access.Burglar'/>",
                "a form by class | <userTask id='a' camunda:formHandlerClass='org.assent.access.Burglar'/>",
                "a validator by class | <userTask id='a'><extensionElements><camunda:formData><camunda:formField id='x' type='string'><camunda:validation><camunda:constraint name='validator' config='org.assent.access.Burglar'/></camunda:validation></camunda:formField></camunda:formData></extensionElements></userTask>",
                "a page as a form | <userTask id='a' camunda:formKey='embedded:app:burgle.html'/>",
                "another bean | <serviceTask id='a' camunda:delegateExpression='${dataSource}'/>",
                "a delegate nobody wrote | <serviceTask id='a' camunda:delegateExpression='${missingDelegate}'/>",
                "two delegates | <serviceTask id='a' camunda:delegateExpression='${recordDelegate}${recordDelegate}'/>",
                "a property nobody knows | <task id='a' camunda:magic='x'/>",
                "an expression cut by a comment | <task id='a'><documentation>$<!-- x -->{kind.length()}</documentation></task>",
                "an expression cut by a section | <task id='a'><documentation>$<![CDATA[{kind.length()}]]></documentation></task>",
                "an expression of character references | <userTask id='a' camunda:assignee='&#36;&#123;kind.length()&#125;'/>",
            })
    void a_model_runs_no_code(String what, String step) {
        assertThatThrownBy(() -> deploy("burgle.bpmn", process(step)))
                .as(what)
                .isInstanceOf(Refusal.class)
                .hasMessageContaining("“a” in burgle.bpmn")
                .hasMessageEndingWith(NOTHING);
    }

    @Test
    void an_import_a_document_type_and_other_files_are_refused() {
        assertThatThrownBy(
                        () -> deploy(
                                "burgle.bpmn",
                                definitions(
                                        "<import importType='http://schemas.xmlsoap.org/wsdl/' location='http://127.0.0.1/x' namespace='n'/>")))
                .isInstanceOf(Refusal.class);
        assertThatThrownBy(() -> deploy(
                        "burgle.bpmn",
                        "<!DOCTYPE definitions [<!ENTITY x SYSTEM 'file:///etc/passwd'>]>"
                                + process("<task id='a' name='&x;'/>")))
                .hasMessageContaining("cannot be read as a drawing");
        for (String name :
                List.of("burgle.groovy", "burgle.html", "burgle.cmmn", "burgle.bpmn20.xml", "burgle.jar", "burgle")) {
            assertThatThrownBy(() -> deploy(name, process("<task id='a'/>")))
                    .as(name)
                    .hasMessageContaining("Assent takes models (.bpmn), decision tables (.dmn) and forms (.form)");
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "another language | <rule id='a'><inputEntry expressionLanguage='groovy'><text>1</text></inputEntry></rule>",
                "JUEL | <rule id='a'><inputEntry expressionLanguage='juel'><text>1</text></inputEntry></rule>",
                "a function of Java | <rule id='a'><outputEntry><text>{f: function(x) external {java: {class: \"java.lang.Runtime\", method signature: \"x\"}}}</text></outputEntry></rule>",
                "a property of an object | <rule id='a'><outputEntry><text>kind.class</text></outputEntry></rule>",
                "a function nobody knows | <rule id='a'><outputEntry><text>exec(\"id\")</text></outputEntry></rule>",
            })
    void a_table_runs_no_code(String what, String rule) {
        assertThatThrownBy(() -> deploy("burgle.dmn", table("<decisionTable id='t'>" + rule + "</decisionTable>")))
                .as(what)
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(NOTHING);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "html | content | <b>x</b>",
                "iframe | url | https://example.org",
                "text | text | <script>alert(1)</script>",
                "text | text | [x](javascript:alert(1))",
                "textfield | label | <img src=x onerror=alert(1)>",
                "textfield | hide | =function(x) external {java: {class: \"a\"}}",
                "textfield | hide | =exec(1)",
            })
    void a_form_holds_no_code(String type, String attribute, String value) {
        assertThatThrownBy(() -> deploy("burgle.form", form(type, attribute, value)))
                .isInstanceOf(Refusal.class)
                .hasMessageEndingWith(NOTHING);
    }

    @Test
    void our_own_models_tables_and_forms_pass() throws Exception {
        int passed = 0;
        for (Path file : Stream.of(Drawings.tables(), Drawings.forms())
                .flatMap(List::stream)
                .toList()) {
            deploy(file.getFileName().toString(), java.nio.file.Files.readString(file));
            passed++;
        }
        assertThat(passed).isGreaterThan(40);
        deploy(
                "good.bpmn",
                process(
                        "<userTask id='a' camunda:candidateGroups='${reviewers}' camunda:dueDate='${dueAt}'/>"
                                + "<serviceTask id='b' camunda:delegateExpression='${recordDelegate}'/>"
                                + "<sequenceFlow id='c' sourceRef='a' targetRef='b'><conditionExpression>${!ready &amp;&amp; (approval == 'APPROVE' || points >= 1.5) and not empty reason}</conditionExpression></sequenceFlow>"));
    }

    private static String escaped(Payloads.Payload payload) {
        // no drawing can hold a zero byte
        return HtmlUtils.htmlEscape(payload.text().replace("\0", "%"), "UTF-8");
    }

    private static String process(String step) {
        return definitions("<process id='p' name='P' isExecutable='true'>" + step + "</process>");
    }

    private static String definitions(String content) {
        return "<definitions xmlns='http://www.omg.org/spec/BPMN/20100524/MODEL' xmlns:camunda='http://camunda.org/schema/1.0/bpmn' xmlns:activiti='http://activiti.org/bpmn' targetNamespace='t'>"
                + content + "</definitions>";
    }

    private static String table(String content) {
        return "<definitions xmlns='https://www.omg.org/spec/DMN/20191111/MODEL/' id='d' name='D' namespace='n'><decision id='burgle' name='B'>"
                + content + "</decision></definitions>";
    }

    private static String form(String type, String attribute, String value) {
        var field = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance.objectNode();
        field.put("type", type).put("key", "k").put(attribute, value);
        return "{\"id\":\"f\",\"type\":\"default\",\"components\":[" + field + "]}";
    }

    private static void deploy(String name, String content) {
        ResourceEntity file = new ResourceEntity();
        file.setName(name);
        file.setBytes(content.getBytes(StandardCharsets.UTF_8));
        DeploymentEntity deployment = new DeploymentEntity();
        deployment.setNew(true);
        deployment.addResource(file);
        GATE.deploy(deployment);
    }
}

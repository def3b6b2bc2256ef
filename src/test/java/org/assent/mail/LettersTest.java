package org.assent.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.assent.engine.Drawings;
import org.camunda.bpm.model.bpmn.instance.SendTask;
import org.camunda.bpm.model.bpmn.instance.camunda.CamundaInputParameter;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;

/** Every letter that a diagram sends has been written, and every letter written is sent by some diagram. */
@SpringBootTest
class LettersTest {

    @Autowired
    ObjectProvider<MailTemplate> letters;

    @Test
    void diagrams_and_letters_name_each_other() {
        Set<String> written = letters.stream().map(MailTemplate::name).collect(Collectors.toCollection(TreeSet::new));
        Set<String> drawn = Drawings.models().stream()
                .flatMap(file -> Drawings.read(file).getModelElementsByType(SendTask.class).stream())
                .map(task -> task.getModelInstance().getModelElementsByType(CamundaInputParameter.class).stream()
                        .filter(parameter -> parameter.getCamundaName().equals("template"))
                        .filter(parameter -> parameter
                                .getParentElement()
                                .getParentElement()
                                .getParentElement()
                                .equals(task))
                        .map(parameter -> parameter.getTextContent().trim())
                        .findFirst()
                        .orElse(task.getId()))
                .collect(Collectors.toCollection(TreeSet::new));
        assertThat(drawn)
                .as(
                        "letters that a diagram sends: name the box's parameter “template” after a letter that exists, or ask an engineer to write it")
                .isEqualTo(written);
    }
}

package org.assent.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mail.MailSendException;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;

@SpringBootTest(properties = {"assent.mail.from=desk@desk.example", "assent.operator-address=operator@desk.example"})
@Import(SendMailTest.Surroundings.class)
class SendMailTest {

    private static final GreenMail SERVER = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @Autowired
    RuntimeService runtime;

    @Autowired
    ManagementService management;

    @Autowired
    RepositoryService models;

    @Autowired
    JdbcClient database;

    @Autowired
    Post post;

    @Autowired
    Line line;

    @DynamicPropertySource
    static void server(DynamicPropertyRegistry properties) {
        SERVER.start();
        properties.add("spring.mail.host", () -> "127.0.0.1");
        properties.add("spring.mail.port", () -> SERVER.getSmtp().getPort());
    }

    @AfterAll
    static void stop() {
        SERVER.stop();
    }

    @BeforeEach
    void empty() throws Exception {
        SERVER.purgeEmailFromAllMailboxes();
        database.sql("delete from sent_mail").update();
        line.breakAt(-1);
    }

    @Test
    void a_job_that_fails_at_the_eleventh_of_twenty_letters_repeats_none_of_the_ten() throws Exception {
        models.createDeployment()
                .addModelInstance(
                        "tell.bpmn",
                        Bpmn.createExecutableProcess("tell")
                                .startEvent()
                                .serviceTask("tellNpos")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${sendMailDelegate}")
                                .camundaInputParameter("template", "twentyLetters")
                                .camundaInputParameter("greeting", "Merhaba")
                                .endEvent()
                                .done())
                .deploy();
        var tell = runtime.startProcessInstanceByKey("tell", "22-CL-15");
        String job = management
                .createJobQuery()
                .processInstanceId(tell.getId())
                .singleResult()
                .getId();

        line.breakAt(11);
        assertThatThrownBy(() -> management.executeJob(job))
                .hasStackTraceContaining("did not take the message 22-CL-15.11")
                .satisfies(failure -> assertThat(stackTrace(failure)).doesNotContain("npo11@tr.example"));
        assertThat(SERVER.getReceivedMessages()).hasSize(10);

        line.breakAt(-1);
        management.executeJob(job);
        assertThat(Arrays.stream(SERVER.getReceivedMessages()).map(SendMailTest::subject))
                .containsExactlyElementsOf(IntStream.rangeClosed(1, 20)
                        .mapToObj(i -> "Merhaba " + i)
                        .toList());
        assertThat(runtime.createProcessInstanceQuery()
                        .processInstanceId(tell.getId())
                        .count())
                .isZero();
    }

    @Test
    void a_step_that_has_failed_as_often_as_it_may_is_told_to_the_operator_and_nobody_is_named() throws Exception {
        models.createDeployment()
                .addModelInstance(
                        "stuck.bpmn",
                        Bpmn.createExecutableProcess("stuck")
                                .startEvent()
                                .serviceTask("tellNpos")
                                .camundaAsyncBefore()
                                .camundaDelegateExpression("${sendMailDelegate}")
                                .camundaInputParameter("template", "twentyLetters")
                                .endEvent()
                                .done())
                .deploy();
        var stuck = runtime.startProcessInstanceByKey("stuck", "22-CL-16");
        String job = management
                .createJobQuery()
                .processInstanceId(stuck.getId())
                .singleResult()
                .getId();
        for (int time = 1; time <= 3; time++) {
            assertThat(SERVER.getReceivedMessages()).as("before time " + time).isEmpty();
            line.breakAt(1);
            assertThatThrownBy(() -> management.executeJob(job)).isNotNull();
        }

        String incident = runtime.createIncidentQuery()
                .processInstanceId(stuck.getId())
                .singleResult()
                .getId();
        assertThat(SERVER.getReceivedMessages()).singleElement().satisfies(letter -> {
            assertThat(letter.getAllRecipients()).singleElement().hasToString("operator@desk.example");
            assertThat(letter.getSubject()).isEqualTo("A case stands still: stuck");
            assertThat(letter.getContent().toString())
                    .contains("tellNpos", incident)
                    .doesNotContain("npo1@tr.example", "550", "22-CL-16");
        });
        runtime.deleteProcessInstance(stuck.getId(), "tried");
    }

    @Test
    void a_letter_sent_again_after_a_kill_has_the_same_identity_and_is_read_as_written() throws Exception {
        Message message =
                new Message("k.1", List.of("npo@tr.example"), "Türkiye, Việt Nam, বাংলাদেশ", "বাংলাদেশ", List.of());
        post.deliver(message);
        // killed between the server's answer and our note
        database.sql("delete from sent_mail").update();
        post.deliver(message);

        MimeMessage[] received = SERVER.getReceivedMessages();
        assertThat(received).hasSize(2);
        assertThat(received[0].getMessageID()).isEqualTo("<k.1@desk.example>").isEqualTo(received[1].getMessageID());
        assertThat(received[0].getSubject()).isEqualTo("Türkiye, Việt Nam, বাংলাদেশ");
        assertThat(received[0].getContent().toString().strip()).isEqualTo("বাংলাদেশ");
        assertThat(received[0].getFrom()[0]).hasToString("desk@desk.example");
        assertThat(database.sql("select message_id from sent_mail")
                        .query(String.class)
                        .single())
                .isEqualTo("<k.1@desk.example>");
    }

    @Test
    void two_threads_with_the_same_key_send_one_letter() throws Exception {
        var threads = Executors.newFixedThreadPool(4);
        try {
            List<Future<?>> runs = IntStream.range(0, 12)
                    .<Future<?>>mapToObj(i -> threads.submit(
                            () -> post.deliver(new Message("same", List.of("npo@tr.example"), "s", "t", List.of()))))
                    .toList();
            for (Future<?> run : runs) {
                run.get();
            }
        } finally {
            threads.shutdown();
        }
        assertThat(SERVER.getReceivedMessages()).hasSize(1);
    }

    @Test
    void a_step_without_template_asks_for_its_own_name_and_a_template_nobody_offers_is_named() {
        models.createDeployment()
                .addModelInstance(
                        "lost.bpmn",
                        Bpmn.createExecutableProcess("lost")
                                .startEvent()
                                .serviceTask("lostLetter")
                                .camundaDelegateExpression("${sendMailDelegate}")
                                .endEvent()
                                .done())
                .deploy();

        assertThatThrownBy(() -> runtime.startProcessInstanceByKey("lost", "1"))
                .hasStackTraceContaining("mail template lostLetter");
    }

    private static String subject(MimeMessage message) {
        try {
            return message.getSubject();
        } catch (MessagingException e) {
            throw new AssertionError(e);
        }
    }

    private static String stackTrace(Throwable failure) {
        var text = new java.io.StringWriter();
        failure.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    /** The line to the real server, which can break. */
    static class Line extends JavaMailSenderImpl {

        private final AtomicInteger letters = new AtomicInteger();
        private int broken = -1;

        void breakAt(int letter) {
            letters.set(0);
            broken = letter;
        }

        @Override
        public void send(MimeMessage message) {
            if (letters.incrementAndGet() == broken) {
                throw new MailSendException("550 <npo" + broken + "@tr.example> unknown");
            }
            super.send(message);
        }
    }

    @TestConfiguration
    static class Surroundings {

        @Bean
        Line line() {
            Line line = new Line();
            line.setHost("127.0.0.1");
            line.setPort(SERVER.getSmtp().getPort());
            return line;
        }

        @Bean
        MailTemplate twentyLetters() {
            return new MailTemplate() {
                @Override
                public String name() {
                    return "twentyLetters";
                }

                @Override
                public List<Message> compose(String businessKey, Map<String, String> details) {
                    return IntStream.rangeClosed(1, 20)
                            .mapToObj(i -> new Message(
                                    businessKey + "." + i,
                                    List.of("npo" + i + "@tr.example"),
                                    details.get("greeting") + " " + i,
                                    "text",
                                    List.of()))
                            .toList();
                }
            };
        }
    }
}

package org.assent.rehearsal;

import java.nio.file.Path;
import java.time.Duration;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationContext;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Plays once the desk is open, in its own thread; the desk stays open afterwards, or ends where the play failed. */
@Component
@Profile("rehearsal")
@ConditionalOnProperty(name = "assent.rehearsal.at-start", havingValue = "true", matchIfMissing = true)
class Rehearsal implements ApplicationListener<ApplicationReadyEvent> {

    private final Play play;
    private final ApplicationContext desk;
    private final Path folder;

    Rehearsal(Play play, ApplicationContext desk, @Value("${assent.rehearsal.folder:target/rehearsal}") String folder) {
        this.play = play;
        this.desk = desk;
        this.folder = Path.of(folder);
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent ready) {
        new Thread(this::perform, "rehearsal").start();
    }

    private void perform() {
        long begun = System.nanoTime();
        try {
            Path summary = play.perform(folder, System.out::println);
            System.out.printf(
                    "The rehearsal is over after %d seconds; its summary is %s.%n"
                            + "The desk stays open on http://localhost:%s; every demonstration user's password is demo.%n",
                    Duration.ofNanos(System.nanoTime() - begun).toSeconds(),
                    summary,
                    desk.getEnvironment().getProperty("local.server.port"));
        } catch (RuntimeException failure) {
            System.err.println("The rehearsal failed: " + failure.getMessage());
            if (!(failure instanceof NotPossible)) {
                failure.printStackTrace();
            }
            System.exit(SpringApplication.exit(desk, () -> 1));
        }
    }
}

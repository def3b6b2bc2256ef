package org.assent;

import java.util.List;
import org.assent.advisory.AdvisoryCheck;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The approvals desk. */
@SpringBootApplication
public class Assent {

    public static void main(String[] args) {
        if (args.length > 0 && args[0].equals("advisories")) {
            System.exit(AdvisoryCheck.run(List.of(args).subList(1, args.length), System.out));
        }
        SpringApplication.run(Assent.class, args);
    }
}

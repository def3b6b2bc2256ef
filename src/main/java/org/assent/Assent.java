package org.assent;

import java.util.List;
import org.assent.advisory.AdvisoryCheck;
import org.assent.ledger.VerifyBundleCommand;
import org.assent.ledger.VerifyCommand;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The approvals desk. */
@SpringBootApplication
public class Assent {

    public static void main(String[] args) {
        String command = args.length == 0 ? "" : args[0];
        List<String> rest = List.of(args).subList(Math.min(1, args.length), args.length);
        switch (command) {
            case "advisories" -> System.exit(AdvisoryCheck.run(rest, System.out));
            case "verify" -> System.exit(VerifyCommand.run(rest, System.out));
            case "verify-bundle" -> System.exit(VerifyBundleCommand.run(rest, System.out));
            default -> SpringApplication.run(Assent.class, args);
        }
    }
}

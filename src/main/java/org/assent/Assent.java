package org.assent;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

/** The approvals desk. */
@SpringBootApplication
public class Assent {

    public static void main(String[] args) {
        SpringApplication.run(Assent.class, args);
    }
}

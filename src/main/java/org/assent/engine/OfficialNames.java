package org.assent.engine;

import org.camunda.bpm.engine.IdentityService;
import org.springframework.stereotype.Component;

/** What officials are called whose logins a record keeps. Public: forms say who proposed, who screened. */
@Component
public final class OfficialNames {

    private final IdentityService users;
    private final JobDesk engine;

    OfficialNames(IdentityService users, JobDesk engine) {
        this.users = users;
        this.engine = engine;
    }

    /** The login itself where nobody has it any more. Whoever reads the form need not be allowed to list users. */
    public String of(String login) {
        return engine.asTheEngine(() -> {
            var user = users.createUserQuery().userId(login).singleResult();
            return user == null ? login : user.getFirstName() + " " + user.getLastName();
        });
    }
}

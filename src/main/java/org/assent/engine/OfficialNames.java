package org.assent.engine;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.Map;
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

    /** As printed under what somebody decides just now: a deputy signs with both names and the order. */
    public String signature(String login) {
        return ActingNow.by(login)
                .map(acting -> forPrincipal(acting, of(acting.principal())))
                .orElseGet(() -> of(login));
    }

    /** The same where an office signs under a name of its own, whoever fills it. */
    public String signature(String login, String office) {
        return ActingNow.by(login).map(acting -> forPrincipal(acting, office)).orElse(office);
    }

    private String forPrincipal(Acting acting, String principal) {
        return "%s for %s, order no. %s".formatted(of(acting.deputy()), principal, acting.orderNumber());
    }

    /** What each of these logins is called, in one question. */
    public Map<String, String> of(Collection<String> logins) {
        Map<String, String> names = new LinkedHashMap<>();
        logins.forEach(login -> names.put(login, login));
        if (!logins.isEmpty()) {
            engine.asTheEngine(() -> users.createUserQuery()
                            .userIdIn(logins.toArray(String[]::new))
                            .list())
                    .forEach(user -> names.put(user.getId(), user.getFirstName() + " " + user.getLastName()));
        }
        return names;
    }

    /** The login itself where nobody has it any more. Whoever reads the form need not be allowed to list users. */
    public String of(String login) {
        return engine.asTheEngine(() -> {
            var user = users.createUserQuery().userId(login).singleResult();
            return user == null ? login : user.getFirstName() + " " + user.getLastName();
        });
    }
}

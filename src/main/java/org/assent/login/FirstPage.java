package org.assent.login;

import java.util.List;
import org.assent.access.EngineUsers;
import org.camunda.bpm.engine.AuthorizationService;
import org.camunda.bpm.engine.authorization.Permissions;
import org.camunda.bpm.engine.authorization.Resources;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.Authentication;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** Leads everybody to the web app where they work: Tasklist before Cockpit, Cockpit before Admin. */
@RestController
class FirstPage {

    private final EngineUsers users;
    private final AuthorizationService authorizations;

    FirstPage(EngineUsers users, AuthorizationService authorizations) {
        this.users = users;
        this.authorizations = authorizations;
    }

    @GetMapping("/")
    ResponseEntity<Void> open(Authentication login) {
        var groups = users.of(login.getName()).groups();
        String app = List.of("tasklist", "cockpit", "admin").stream()
                .filter(one -> authorizations.isUserAuthorized(
                        login.getName(), groups, Permissions.ACCESS, Resources.APPLICATION, one))
                .findFirst()
                .orElse("welcome");
        return ResponseEntity.status(HttpStatus.FOUND)
                .header(HttpHeaders.LOCATION, "/camunda/app/" + app + "/default/")
                .build();
    }
}

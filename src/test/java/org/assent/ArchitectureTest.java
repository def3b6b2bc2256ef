package org.assent;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption.DoNotIncludeTests;
import jakarta.persistence.Entity;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.data.repository.Repository;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.stereotype.Service;

/** The house's boundaries; ordinary tests, because ArchUnit's own annotation may run nothing. */
@Tag("once")
class ArchitectureTest {

    private static final JavaClasses CODE =
            new ClassFileImporter().withImportOption(new DoNotIncludeTests()).importPackagesOf(Assent.class);

    @Test
    void modules_keep_their_boundaries() {
        ApplicationModules.of(Assent.class).verify();
    }

    @Test
    void services_and_entities_do_not_know_the_engine() {
        noClasses()
                .that()
                .areAnnotatedWith(Service.class)
                .or()
                .areAnnotatedWith(Entity.class)
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda..")
                .check(CODE);
    }

    @Test
    void a_delegate_reaches_data_through_a_service() {
        noClasses()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .dependOnClassesThat()
                .areAssignableTo(Repository.class)
                .check(CODE);
    }

    @Test
    void a_delegate_bears_the_suffix_and_is_not_public() {
        classes()
                .that()
                .implement(JavaDelegate.class)
                .should()
                .haveSimpleNameEndingWith("Delegate")
                .andShould()
                .notBePublic()
                .check(CODE);
    }

    @Test
    void the_engine_s_insides_stay_in_the_engine_package() {
        noClasses()
                .that()
                .resideOutsideOfPackages("org.assent.engine..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.camunda.bpm.engine.impl..")
                .check(CODE);
    }

    @Test
    void repositories_are_not_public() {
        classes()
                .that()
                .areAssignableTo(Repository.class)
                .should()
                .notBePublic()
                .check(CODE);
    }
}

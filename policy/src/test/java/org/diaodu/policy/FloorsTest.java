package org.diaodu.policy;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SlicesRuleDefinition;
import org.junit.jupiter.api.Test;

class FloorsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.diaodu.policy");

    @Test
    void policiesKnowNothingOfTheWebOrTheDatabase() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.diaodu.server..", "org.springframework..", "org.postgresql..")
                .check(CLASSES);
    }

    @Test
    void theRoomsGoInNoCircles() {
        SlicesRuleDefinition.slices()
                .matching("org.diaodu.policy.(*)..")
                .should()
                .beFreeOfCycles()
                .check(CLASSES);
    }
}

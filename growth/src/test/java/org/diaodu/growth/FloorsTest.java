package org.diaodu.growth;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import org.junit.jupiter.api.Test;

class FloorsTest {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("org.diaodu.growth");

    @Test
    void theArithmeticDoesNotKnowWhereRowsComeFrom() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAnyPackage("org.diaodu.growth", "org.diaodu.growth.effect")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "org.diaodu.growth.files..",
                        "org.diaodu.sheets..",
                        "org.diaodu.lake..",
                        "picocli..",
                        "java.io..",
                        "java.sql..")
                .check(CLASSES);
    }

    @Test
    void theArithmeticOfGrowthDoesNotKnowTheEffectOfCases() {
        ArchRuleDefinition.noClasses()
                .that()
                .resideInAPackage("org.diaodu.growth")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.diaodu.growth.effect..")
                .check(CLASSES);
    }

    @Test
    void growthKnowsNothingOfTheWebOrTheDatabase() {
        ArchRuleDefinition.noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.diaodu.server..", "org.springframework..", "org.postgresql..")
                .check(CLASSES);
    }
}

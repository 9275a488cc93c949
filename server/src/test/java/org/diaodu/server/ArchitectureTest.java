package org.diaodu.server;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noMethods;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.sql.Connection;
import org.junit.jupiter.api.Test;
import org.springframework.context.annotation.Conditional;
import org.springframework.modulith.core.ApplicationModules;
import org.springframework.modulith.docs.Documenter;
import org.springframework.stereotype.Controller;

/** The walls of the house. */
class ArchitectureTest {

    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/templates/"))
            .importPackages("org.diaodu.server");

    /** Templates are compiled into one package and may name what pages show. */
    private static final ApplicationModules MODULES =
            ApplicationModules.of(DiaoduServer.class, resideInAPackage("..server.templates.."));

    @Test
    void modulesTouchOnlyEachOthersApi() {
        MODULES.verify();
    }

    @Test
    void theModulesAreDrawn() {
        new Documenter(MODULES, Documenter.Options.defaults().withOutputFolder("target/modules"))
                .writeModulesAsPlantUml()
                .writeIndividualModulesAsPlantUml();
    }

    @Test
    void packagesAreBusinessWordsNotLayers() {
        noClasses()
                .should()
                .resideInAnyPackage(
                        "..controller..",
                        "..controllers..",
                        "..service..",
                        "..services..",
                        "..dao..",
                        "..repository..",
                        "..impl..",
                        "..dto..",
                        "..util..",
                        "..utils..",
                        "..common..",
                        "..helper..",
                        "..config..")
                .check(SERVER);
    }

    @Test
    void namesSayWhatThingsAreNotThatTheyHelp() {
        noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("ServiceImpl")
                .orShould()
                .haveSimpleNameEndingWith("Dto")
                .check(SERVER);
    }

    @Test
    void pagesLiveInTheWebPackageOfTheirModule() {
        classes()
                .that()
                .areAnnotatedWith(Controller.class)
                .should()
                .resideInAnyPackage("..server.*.web..", "..server.*.*.web..", "..server.pages..")
                .andShould()
                .notBePublic()
                .check(SERVER);
    }

    @Test
    void pagesNeverTalkToTheDatabase() {
        noClasses()
                .that()
                .resideInAPackage("..web..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.springframework.jdbc..", "java.sql..", "javax.sql..")
                .check(SERVER);
    }

    /** Statements take values as parameters; plain statements are for making roles and reading the audit chain. */
    @Test
    void sqlIsBoundNotGlued() {
        noClasses()
                .that()
                .resideOutsideOfPackages("..server.database..", "..server.audit..")
                .should()
                .callMethod(Connection.class, "createStatement")
                .check(SERVER);
    }

    @Test
    void theClockOfAppealsTellsFromEventsAlone() {
        noClasses()
                .that()
                .resideInAPackage("..server.appeals.clock..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "..server.appeals",
                        "..server.appeals.web..",
                        "org.springframework..",
                        "java.sql..",
                        "javax.sql..")
                .check(SERVER);
    }

    /** Which beans there are is settled when the launcher prepares the platform: a setting is asked at the start. */
    @Test
    void noBeanHangsOnASetting() {
        noClasses().should().beMetaAnnotatedWith(Conditional.class).check(SERVER);
        noMethods().should().beMetaAnnotatedWith(Conditional.class).check(SERVER);
    }
}

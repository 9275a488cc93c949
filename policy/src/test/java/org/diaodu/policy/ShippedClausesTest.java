package org.diaodu.policy;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.stream.Stream;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Cases;
import org.diaodu.rules.book.RuleBook;
import org.diaodu.rules.book.RuleVersion;
import org.diaodu.rules.compile.Columns;
import org.diaodu.rules.compile.ModelCompiler;
import org.diaodu.rules.compile.ModelCompiler.Outcome.Carried;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every clause the platform ships, with its worked examples. */
class ShippedClausesTest {

    static final Path BOOK = Path.of("src/main/resources/policies");

    static Stream<RuleVersion> clauses() {
        return RuleBook.read(BOOK).rules().stream().flatMap(rule -> rule.versions().stream());
    }

    @Test
    void thereAreAtLeastForty() {
        assertThat(clauses()).hasSizeGreaterThanOrEqualTo(40);
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void everyExampleHoldsAndEveryRowHasOne(RuleVersion clause) {
        CaseReport report = Cases.run(clause);

        assertThat(clause.cases().faults()).isEmpty();
        assertThat(report.outcomes()).isNotEmpty();
        assertThat(report.allHold()).isTrue();
        assertThat(report.coversEveryRow()).isTrue();
    }

    @ParameterizedTest
    @MethodSource("clauses")
    void theAnswerIsSqlForAllEnterprises(RuleVersion clause) {
        ModelCompiler compiler = new ModelCompiler(clause.model(), Columns.declared());

        assertThat(compiler.compile(clause.clause().decision())).isInstanceOf(Carried.class);
    }
}

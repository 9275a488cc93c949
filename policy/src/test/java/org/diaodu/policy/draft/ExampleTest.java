package org.diaodu.policy.draft;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.diaodu.policy.PolicyFault;
import org.diaodu.policy.book.BenefitKind;
import org.diaodu.policy.book.BookReading;
import org.diaodu.policy.book.IssuerLevel;
import org.diaodu.policy.book.PolicyClause;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.rules.book.CaseReport;
import org.diaodu.rules.book.Cases;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ExampleTest {

    @TempDir
    Path book;

    /** What a newcomer starts from must be right: one book of all shapes, every case holds, every row has one. */
    @Test
    void everyShapeReadsAndItsCasesHold() throws IOException {
        for (Example example : Example.values()) {
            write(draft(example));
        }
        BookReading reading = BookReading.of(book);
        assertThat(reading.faults()).isEmpty();
        assertThat(reading.book().clauses()).hasSize(Example.values().length);
        for (PolicyClause clause : reading.book().clauses()) {
            CaseReport report = Cases.run(clause.version());
            assertThat(clause.version().cases().faults()).as(clause.id()).isEmpty();
            assertThat(report.allHold()).as(clause.id()).isTrue();
            assertThat(report.coversEveryRow()).as(clause.id()).isTrue();
        }
    }

    @Test
    void aFactThatCannotBeReadIsSaidWithItsForm() {
        assertThatThrownBy(() -> DraftFact.parse("设备投资额 万元"))
                .isInstanceOfSatisfying(
                        PolicyFault.class,
                        fault -> assertThat(fault.chinese())
                                .contains("policy.new-fact")
                                .contains("number(14,4) 万元"));
    }

    private void write(ClauseDraft draft) throws IOException {
        for (Map.Entry<String, String> file :
                draft.files(Instant.parse("2026-01-01T00:00:00Z")).entrySet()) {
            Path path = book.resolve(file.getKey());
            Files.createDirectories(Objects.requireNonNull(path.getParent()));
            Files.writeString(path, file.getValue());
        }
    }

    private static ClauseDraft draft(Example example) {
        return new ClauseDraft(
                "demo-" + example.name().toLowerCase(Locale.ROOT),
                "示例",
                "示例政策第1条",
                LocalDate.of(2022, 1, 1),
                example == Example.CONDITIONS ? BenefitKind.QUALIFICATION : BenefitKind.GRANT,
                SubjectKind.ENTERPRISE,
                "示例省人民政府",
                IssuerLevel.PROVINCE,
                "230000",
                example.content());
    }
}

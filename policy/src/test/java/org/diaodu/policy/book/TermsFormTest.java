package org.diaodu.policy.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.diaodu.policy.PolicyFault;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Terms as the fields of a form. */
class TermsFormTest {

    static Stream<Path> files() throws IOException {
        return Files.find(Path.of("src/main/resources/policies"), 3, (path, is) -> path.endsWith("terms.yaml"));
    }

    @ParameterizedTest
    @MethodSource("files")
    void everyShippedFileIsTheSameTermsAfterTheForm(Path file) throws IOException {
        String text = Files.readString(file);
        Terms terms = Objects.requireNonNull(ClauseTexts.terms(text, new ArrayList<>()));

        String written = TermsForm.yaml(
                        TermsForm.fields(text), List.copyOf(terms.facts().keySet()))
                .yaml();

        assertThat(ClauseTexts.terms(written, new ArrayList<>())).isEqualTo(terms);
    }

    @Test
    void aFaultIsOfTheFieldInWhoseLineItStands() {
        TermsForm.Written written =
                TermsForm.yaml(Map.of("类别", "奖补", "分担", "省 60%、市县 30%", "预算.金额", "很多", "预算.分配", "先到先得"), List.of());
        List<PolicyFault> faults = new ArrayList<>();

        ClauseTexts.terms(written.yaml(), faults);

        assertThat(faults.stream()
                        .filter(fault -> fault.line() > 0)
                        .map(fault -> written.fields().get(fault.line() - 1)))
                .contains("分担", "预算.金额");
    }
}

package org.diaodu.rules.book;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every rule the platform ships, as a province would have to publish it. */
class ShippedRulesTest {

    static final Path BOOK = Path.of("../server/src/main/resources/rulebook");

    static Stream<RuleVersion> versions() {
        return RuleBook.read(BOOK).rules().stream().flatMap(rule -> rule.versions().stream());
    }

    @ParameterizedTest
    @MethodSource("versions")
    void isPublishableWithoutGapsAndEveryRowHasACase(RuleVersion version) {
        Review review = Review.of(version);
        List<String> said = review.findings().stream().map(Finding::zh).toList();
        assertThat(said).isEmpty();
        assertThat(review.publishable()).isTrue();
        assertThat(review.cases())
                .satisfies(cases ->
                        assertThat(Objects.requireNonNull(cases).allHold()).isTrue())
                .satisfies(cases -> assertThat(Objects.requireNonNull(cases).coversEveryRow())
                        .isTrue());
    }
}

package org.diaodu.bulletin.brief;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.diaodu.bulletin.check.Checker;
import org.diaodu.bulletin.check.Relation;
import org.diaodu.bulletin.check.Verdict;
import org.junit.jupiter.api.Test;

/** What is written is checked as a document of anybody else would be. */
class RoundTripTest {

    private final Brief brief =
            Template.standard().write(ExampleFacts.MASTHEAD, ExampleFacts.all()).brief();

    @Test
    void theChecksFindWhatTheBriefComparesAndNoContradiction() {
        List<Relation> relations = Checker.checkText("brief", brief.text());
        assertThat(relations).noneMatch(Relation::contradicts);
        assertThat(relations)
                .filteredOn(relation -> relation.verdict() == Verdict.AGREES)
                .hasSizeGreaterThanOrEqualTo(4);
    }
}

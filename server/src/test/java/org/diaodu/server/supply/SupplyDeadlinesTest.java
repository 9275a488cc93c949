package org.diaodu.server.supply;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import org.diaodu.rules.model.RuleFault;
import org.diaodu.server.access.Contact;
import org.diaodu.server.rulebook.ShippedRules;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** April 2022: Sunday 24 was worked, 30 April to 4 May were off, Saturday 7 May was worked. */
class SupplyDeadlinesTest {

    private final SupplyDeadlines deadlines = new SupplyDeadlines(new ShippedRules());

    @ParameterizedTest(name = "{0}, {1} days left, from {2} until {3}")
    @CsvSource({
        "VERIFY,  2,  2022-04-25T09:00, 2022-04-25T17:30",
        "VERIFY,  2,  2022-04-25T17:31, 2022-04-26T17:30",
        "VERIFY,  5,  2022-04-25T09:00, 2022-04-26T17:30",
        "VERIFY,  2,  2022-04-23T10:00, 2022-04-24T17:30",
        "PASS_UP, 3,  2022-04-25T15:00, 2022-04-25T17:30",
        "WRITE,   10, 2022-04-28T10:00, 2022-05-05T17:30",
        "REPLY,   2,  2022-04-29T10:00, 2022-05-06T17:30",
        "REPLY,   7,  2022-04-29T10:00, 2022-05-07T17:30",
        "REPLY,   30, 2022-04-25T10:00, 2022-05-05T17:30",
        "SETTLE,  30, 2022-04-25T10:00, 2022-04-28T17:30"
    })
    void whatIsShortSoonerIsDueSooner(Term term, int days, LocalDateTime from, LocalDateTime due) {
        assertThat(deadlines.due(term, facts(Trouble.PART, days), instant(from)))
                .isEqualTo(instant(due));
    }

    @Test
    void everyTroubleHasEveryTermHoweverManyDaysAreLeft() {
        Instant from = instant(LocalDateTime.of(2022, 4, 25, 10, 0));
        for (Trouble trouble : Trouble.values()) {
            for (Term term : Term.values()) {
                Instant before = Instant.MIN;
                for (int days = 0; days <= 365; days++) {
                    Instant due = deadlines.due(term, facts(trouble, days), from);
                    assertThat(due).isAfter(from).isAfterOrEqualTo(before);
                    before = due;
                }
            }
        }
    }

    @Test
    void beforeTheRuleHeldThereAreNoDeadlines() {
        assertThatThrownBy(() -> deadlines.due(
                        Term.VERIFY, facts(Trouble.PART, 1), instant(LocalDateTime.of(2014, 12, 31, 9, 0))))
                .isInstanceOf(RuleFault.class);
    }

    private static Instant instant(LocalDateTime at) {
        return at.atZone(SupplyDeadlines.BEIJING).toInstant();
    }

    private static Facts facts(Trouble trouble, int days) {
        return new Facts(
                trouble,
                "线束",
                BigDecimal.TEN,
                "套",
                "示例线束厂",
                "220000",
                "长春市",
                LocalDate.of(2022, 4, 20),
                days,
                BigDecimal.ONE,
                "",
                new Contact("王", "13800000000", false));
    }
}

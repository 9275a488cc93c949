package org.diaodu.server.whitelist;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.LocalDate;
import java.util.List;
import java.util.Random;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.diaodu.server.steps.StepRefused;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The states of an entry, what can be done in each, and how the business date alone ends one. */
class EntryStateTest {

    private static final LocalDate TODAY = LocalDate.of(2022, 4, 25);
    private static final Validity APRIL = new Validity(LocalDate.of(2022, 4, 1), LocalDate.of(2022, 4, 30));

    @Test
    void anApplicationIsGrantedAndMayBeRevoked() {
        EntryState granted = new EntryState.Applied("clerk").grant("dispatcher", APRIL);
        assertThat(granted).isEqualTo(new EntryState.Granted(APRIL));
        assertThat(granted.requirePasses()).isEqualTo(APRIL);
        assertThat(granted.revoke()).isEqualTo(new EntryState.Revoked());
    }

    @Test
    void whoAppliedDoesNotDecide() {
        var applied = new EntryState.Applied("a");
        assertThat(applied.waitsForAnybodyBut("a")).isTrue();
        assertThatThrownBy(() -> applied.grant("a", APRIL)).hasMessageStartingWith("WL02");
        assertThatThrownBy(() -> applied.refuse("a")).hasMessageStartingWith("WL02");
        assertThat(applied.refuse("b").name()).isEqualTo("REFUSED");
    }

    @Test
    void anEntryIsOnTheListThroughItsLastDayAndNotTheDayAfter() {
        assertThat(granted(APRIL, LocalDate.of(2022, 4, 30)).name()).isEqualTo("GRANTED");
        assertThat(granted(APRIL, LocalDate.of(2022, 5, 1)).name()).isEqualTo("EXPIRED");
        assertThatThrownBy(() -> granted(APRIL, LocalDate.of(2022, 5, 1)).revoke())
                .isInstanceOf(StepRefused.class)
                .hasMessage("WL01 该条目已于 2022-04-30 到期，不能“撤销”；现在可以：重新申请。 / "
                        + "The entry is expired since 2022-04-30; one cannot revoke it now. Possible: apply anew.");
    }

    @Test
    void anEntryThatAnotherFollowedStaysExpiredThoughTheClockIsSetBack() {
        assertThat(EntryState.of("GRANTED", "a", APRIL, true, TODAY).name()).isEqualTo("EXPIRED");
    }

    @Test
    void passesAreIssuedOnlyWhileItIsOnTheList() {
        for (EntryState state : List.of(
                new EntryState.Applied("a"),
                new EntryState.Expired(APRIL),
                new EntryState.Refused(),
                new EntryState.Revoked())) {
            assertThatThrownBy(state::requirePasses)
                    .hasMessageStartingWith("WL03")
                    .hasMessageContaining("现在可以");
        }
    }

    /** Whatever is tried by whomever: a verb that is not offered is refused, and one that is offered names its next state. */
    @Property
    void onlyWhatIsOfferedIsTaken(@ForAll("verbs") List<Verb> verbs, @ForAll long seed) {
        var random = new Random(seed);
        EntryState state = new EntryState.Applied("a");
        for (Verb verb : verbs) {
            boolean offered = state.possible().contains(verb);
            try {
                EntryState after = take(state, verb, random.nextBoolean() ? "a" : "b");
                assertThat(offered).as("%s in %s", verb, state).isTrue();
                assertThat(EntryState.NAMES).contains(after.name());
                assertThat(EntryState.of(after.name(), "a", validityOf(after), false, TODAY))
                        .isEqualTo(after);
                state = after;
            } catch (StepRefused refused) {
                assertThat(refused.explanation().code()).isEqualTo(offered ? "WL02" : "WL01");
                assertThat(refused.explanation().zh()).containsAnyOf("现在可以", "可以等待");
            }
        }
    }

    @Provide
    Arbitrary<List<Verb>> verbs() {
        return Arbitraries.of(Verb.values()).list().ofMinSize(1).ofMaxSize(20);
    }

    private static @Nullable Validity validityOf(EntryState state) {
        return state instanceof EntryState.Granted(Validity validity) ? validity : null;
    }

    private static EntryState granted(Validity validity, LocalDate today) {
        return EntryState.of("GRANTED", "a", validity, false, today);
    }

    private static EntryState take(EntryState state, Verb verb, String by) {
        return switch (verb) {
            case GRANT -> state.grant(by, APRIL);
            case REFUSE -> state.refuse(by);
            case REVOKE -> state.revoke();
        };
    }
}

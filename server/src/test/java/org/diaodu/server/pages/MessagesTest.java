package org.diaodu.server.pages;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Locale;
import org.junit.jupiter.api.Test;

class MessagesTest {
    private final Messages messages = messages();

    @Test
    void everyTextStandsInBothLanguages() {
        assertThat(messages.of(Locale.ENGLISH).keySet())
                .isEqualTo(messages.of(Locale.SIMPLIFIED_CHINESE).keySet());
    }

    @Test
    void argumentsFillTheirPlacesAndQuotesStay() {
        assertThat(messages.text(Locale.ENGLISH, "pager.count", 1, 20, 99)).isEqualTo("1–20 of 99");
        assertThat(messages.text(Locale.ENGLISH, "suppressed.why")).contains("enterprise's");
    }

    @Test
    void aKeyNobodyWroteShowsAsItself() {
        assertThat(messages.text(Locale.ENGLISH, "no.such.key")).isEqualTo("no.such.key");
    }

    private static Messages messages() {
        try {
            return new Messages();
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}

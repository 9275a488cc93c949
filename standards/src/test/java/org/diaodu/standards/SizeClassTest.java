package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SizeClassTest {
    @ParameterizedTest
    @CsvSource({"大型, LARGE", "中, MEDIUM", "小型企业, SMALL", "micro, MICRO"})
    void isReadAsPeopleWriteIt(String text, SizeClass size) {
        assertThat(SizeClass.parse(text)).isEqualTo(size);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "特大", "型"})
    void anUnknownSizeIsRefused(String text) {
        assertThatThrownBy(() -> SizeClass.parse(text)).hasMessageContaining("SIZE-UNKNOWN");
    }

    @ParameterizedTest
    @CsvSource({
        "国有控股, STATE",
        "国企, STATE",
        "集体, COLLECTIVE",
        "民营企业, PRIVATE",
        "外资, FOREIGN",
        "港澳台商, FOREIGN",
        "其它, OTHER",
        "other, OTHER"
    })
    void anOwnershipIsReadAsPeopleWriteIt(String text, Ownership ownership) {
        assertThat(Ownership.parse(text)).isEqualTo(ownership);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "公有"})
    void anUnknownOwnershipIsRefused(String text) {
        assertThatThrownBy(() -> Ownership.parse(text)).hasMessageContaining("OWNERSHIP-UNKNOWN");
    }
}

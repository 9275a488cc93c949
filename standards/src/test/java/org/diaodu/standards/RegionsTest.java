package org.diaodu.standards;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.YearMonth;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RegionsTest {
    private final Regions regions = Regions.bundled();

    @Test
    void chinaHas34ProvincesAnd333Prefectures() {
        var current = regions.all().stream().filter(Region::isCurrent).toList();
        assertThat(current).filteredOn(r -> r.level() == Region.Level.PROVINCE).hasSize(34);
        assertThat(current)
                .filteredOn(r -> r.level() == Region.Level.PREFECTURE)
                .hasSize(333);
        assertThat(current).filteredOn(r -> r.level() == Region.Level.COUNTY).hasSize(2845);
    }

    @Test
    void heilongjiangHasThirteenPrefecturesAnd121Counties() {
        assertThat(regions.children("230000")).hasSize(13);
        assertThat(regions.all())
                .filteredOn(r -> r.isCurrent() && r.level() == Region.Level.COUNTY)
                .filteredOn(r -> regions.isWithin(r.code(), "230000"))
                .hasSize(121);
    }

    @Test
    void theParentOfEveryRegionIsThereOneLevelUpAndCurrentIfTheRegionIs() {
        for (Region region : regions.all()) {
            Region parent = regions.parentOf(region.code());
            if (region.level() == Region.Level.PROVINCE) {
                assertThat(parent).isNull();
                continue;
            }
            Objects.requireNonNull(parent, region.code());
            assertThat(parent.level()).as(region.code()).isLessThan(region.level());
            assertThat(parent.isCurrent() || !region.isCurrent())
                    .as(region.code())
                    .isTrue();
        }
    }

    @Test
    void aPathLeadsFromTheProvinceDown() {
        assertThat(regions.path("230102")).extracting(Region::name).containsExactly("黑龙江省", "哈尔滨市", "道里区");
        assertThat(regions.path("110101")).extracting(Region::name).containsExactly("北京市", "东城区");
        assertThat(regions.path("429004")).extracting(Region::name).containsExactly("湖北省", "仙桃市");
        assertThat(regions.path("999999")).isEmpty();
    }

    @Test
    void aCodeIsValidInItsYearsOnly() {
        assertThat(names("232700", YearMonth.of(2017, 6))).contains("漠河县").doesNotContain("漠河市");
        assertThat(names("232700", YearMonth.of(2018, 6))).contains("漠河市").doesNotContain("漠河县");
        assertThat(regions.get("232723").isAcceptableIn(YearMonth.of(2018, 1))).isTrue();
        assertThat(regions.get("232723").isAcceptableIn(YearMonth.of(2019, 1))).isFalse();
        assertThat(regions.at(YearMonth.of(2022, 3)))
                .filteredOn(r -> regions.isWithin(r.code(), "230000") && r.level() == Region.Level.COUNTY)
                .hasSize(121);
    }

    private List<String> names(String parent, YearMonth month) {
        return regions.children(parent, month).stream().map(Region::name).toList();
    }

    @ParameterizedTest
    @CsvSource({
        "２３０１０２, 230102",
        "23, 230000",
        "2301, 230100",
        "230102000000, 230102",
        "黑龙江省, 230000",
        "道里区, 230102",
        "哈尔滨市道里区, 230102",
        "黑龙江省牡丹江市西安区, 231005",
        "牡丹江市西安区, 231005"
    })
    void isReadAsPeopleWriteIt(String text, String code) {
        assertThat(regions.parse(text).code()).isEqualTo(code);
    }

    @ParameterizedTest
    @CsvSource({
        "230101, 230100",
        "231020, 231025",
        "2301022, 230102",
        "23018, 230183",
        "230129x, 230129",
        "232723, 232701",
        "231121, 231183",
        "230711, 230700",
        "232100, 230000",
        "漠河县, 232701",
        "漠河, 232701",
        "哈尔宾市, 230100",
        "大兴安岭, 232700"
    })
    void anUnknownOrDroppedCodeOrNameFindsTheNearest(String text, String code) {
        assertThat(regions.nearest(text)).isNotNull().extracting(Region::code).isEqualTo(code);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "Atlantis", "999999", "甲乙丙丁戊己", "12345678901234567890"})
    void nothingNearIsSaidSo(String text) {
        assertThat(regions.nearest(text)).isNull();
        assertThatThrownBy(() -> regions.parse(text)).hasMessageContaining("REGION-UNKNOWN");
    }

    @Test
    void aNameThatSeveralDistrictsShareIsNotGuessed() {
        assertThat(regions.named("西安区")).hasSize(2);
        assertThatThrownBy(() -> regions.parse("西安区")).hasMessageContaining("REGION-UNKNOWN");
    }

    @Test
    void theRefusalNamesTheNearestCode() {
        assertThatThrownBy(() -> regions.get("2301022")).isInstanceOfSatisfying(StandardsException.class, e -> {
            assertThat(e.value()).isEqualTo("2301022");
            assertThat(e.zh()).contains("是否应为 230102 道里区");
            assertThat(e.en()).contains("Maybe 230102 道里区?");
        });
    }
}

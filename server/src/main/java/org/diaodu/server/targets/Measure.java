package org.diaodu.server.targets;

import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** An indicator the platform knows by itself: a target of it needs no reports. */
public enum Measure {
    VALUE_ADDED_GROWTH("规模以上工业增加值增速（累计）", "Growth of value added, year to date", "%", Course.RATE, null),
    GROSS_OUTPUT("规模以上工业总产值（累计）", "Gross output, year to date", "元", Course.FLOW, null),
    ENTERPRISES("规模以上工业企业数", "Designated-size enterprises", "户", Course.LEVEL, null),
    CASES_SIGNED_OFF("调度单销号数", "Dispatch cases signed off", "个", Course.FLOW, "signedOff"),
    APPEALS_SETTLED("企业诉求办结数", "Appeals settled", "件", Course.FLOW, "settled"),
    POLICY_REACHED("享受惠企政策的企业数", "Enterprises that policies reached", "户", Course.FLOW, "policyReach"),
    MONEY_PAID("惠企资金兑付额", "Money paid under policies", "元", Course.FLOW, null);

    private final String zh;
    private final String en;
    private final String unit;
    private final Course course;
    private final @Nullable String tile;

    Measure(String zh, String en, String unit, Course course, @Nullable String tile) {
        this.zh = zh;
        this.en = en;
        this.unit = unit;
        this.course = course;
        this.tile = tile;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** The base unit a target of it is in. */
    public String unit() {
        return unit;
    }

    public Course course() {
        return course;
    }

    /** The cockpit's tile that counts it; null where it is worked out here. */
    @Nullable String tile() {
        return tile;
    }

    /** The measure of this name; empty for "" and for what there is none of. */
    public static Optional<Measure> named(String name) {
        return Arrays.stream(values()).filter(one -> one.name().equals(name)).findFirst();
    }
}

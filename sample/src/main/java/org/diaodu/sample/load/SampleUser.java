package org.diaodu.sample.load;

import java.util.List;
import java.util.Set;
import org.diaodu.server.access.Role;
import org.jspecify.annotations.Nullable;

/** One sign-in of the sample, for each role; {@code clerkOf} picks the enterprise of a clerk by its county. */
public record SampleUser(String name, String displayName, Role role, String unit, boolean clerk) {

    /** The same for all: the province is made up, and the page says so. */
    public static final String PASSWORD = "snow-harvest-2022";

    static final String PROVINCE = "230000";
    static final String HARBIN = "230100";
    static final String OPEN_CITY = "232700";
    static final String OPEN_COUNTY = "232701";
    static final String OTHER_COUNTY = "230112";

    static final List<SampleUser> ALL = List.of(
            new SampleUser("governor", "省领导（示例）", Role.LEADER, PROVINCE, false),
            new SampleUser("mayor", "哈尔滨市领导（示例）", Role.LEADER, HARBIN, false),
            new SampleUser("province", "省运行监测（示例）", Role.ANALYST, PROVINCE, false),
            new SampleUser("province2", "省运行监测复核（示例）", Role.ANALYST, PROVINCE, false),
            new SampleUser("harbin", "哈尔滨市运行监测（示例）", Role.ANALYST, HARBIN, false),
            new SampleUser("daxinganling", "大兴安岭地区运行监测（示例）", Role.ANALYST, OPEN_CITY, false),
            new SampleUser("mohe", "漠河市运行监测（示例）", Role.ANALYST, OPEN_COUNTY, false),
            new SampleUser("dispatcher", "省工业专班（示例）", Role.DISPATCHER, PROVINCE, false),
            new SampleUser("officer", "省交通厅经办（示例）", Role.OFFICER, PROVINCE, false),
            new SampleUser("policy", "省惠企政策经办（示例）", Role.POLICY, PROVINCE, false),
            new SampleUser("policy2", "省惠企政策复核（示例）", Role.POLICY, PROVINCE, false),
            new SampleUser("clerk-mohe", "漠河企业填报员（示例）", Role.CLERK, OPEN_COUNTY, true),
            new SampleUser("clerk-acheng", "阿城企业填报员（示例）", Role.CLERK, OTHER_COUNTY, true),
            new SampleUser("system-admin", "系统管理员（示例）", Role.SYSTEM_ADMIN, PROVINCE, false),
            new SampleUser("security-admin", "安全管理员（示例）", Role.SECURITY_ADMIN, PROVINCE, false),
            new SampleUser("audit-admin", "审计管理员（示例）", Role.AUDIT_ADMIN, PROVINCE, false));

    /** The member unit of the officer; null for everybody else. */
    @Nullable
    String memberUnit() {
        return role == Role.OFFICER ? SampleDispatch.OFFICERS_UNIT : null;
    }

    Set<Role> roles() {
        return Set.of(role);
    }
}

package org.diaodu.server.access;

/** What somebody is on the platform; the three administrators see no business data and share no person. */
public enum Role {
    CLERK("企业填报员", "Enterprise clerk", false),
    ANALYST("运行监测", "Analyst", false),
    LEADER("领导", "Leader", false),
    DISPATCHER("工业专班", "Dispatcher", false),
    OFFICER("成员单位经办", "Member unit officer", false),
    POLICY("惠企政策", "Policy officer", false),
    SYSTEM_ADMIN("系统管理员", "System administrator", true),
    SECURITY_ADMIN("安全管理员", "Security administrator", true),
    AUDIT_ADMIN("审计管理员", "Audit administrator", true);

    private final String zh;
    private final String en;
    private final boolean administrator;

    Role(String zh, String en, boolean administrator) {
        this.zh = zh;
        this.en = en;
        this.administrator = administrator;
    }

    public String zh() {
        return zh;
    }

    public String en() {
        return en;
    }

    /** Whether the role opens the rows of the own region; an officer sees what the own member unit is part of. */
    boolean seesRegion() {
        return this == ANALYST || this == LEADER || this == DISPATCHER || this == POLICY;
    }

    /** One of the three separated administrators. */
    public boolean isAdministrator() {
        return administrator;
    }
}

package org.diaodu.server.access;

/** What somebody is on the platform; the three administrators see no business data and share no person. */
public enum Role {
    CLERK("企业填报员", "Enterprise clerk", false),
    ANALYST("运行监测", "Analyst", false),
    LEADER("领导", "Leader", false),
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

    /** One of the three separated administrators. */
    public boolean isAdministrator() {
        return administrator;
    }
}

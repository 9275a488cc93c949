package org.diaodu.server.policies;

import org.diaodu.policy.book.SubjectKind;

/**
 * What tells a subject from all others: its enterprise, and of a project or product its code there.
 *
 * @param enterprise row of the enterprise
 * @param creditCode of the enterprise as the register has it
 * @param code "" for the enterprise itself
 */
public record SubjectId(long enterprise, String creditCode, SubjectKind kind, String code) {

    public static SubjectId ofEnterprise(long enterprise, String creditCode) {
        return new SubjectId(enterprise, creditCode, SubjectKind.ENTERPRISE, "");
    }

    /** The credit code, and after a stroke the code of the project or product. */
    public String key() {
        return code.isEmpty() ? creditCode : creditCode + "/" + code;
    }
}

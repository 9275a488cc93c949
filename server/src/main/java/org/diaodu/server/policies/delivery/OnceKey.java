package org.diaodu.server.policies.delivery;

import org.diaodu.policy.book.Once;
import org.diaodu.policy.book.SubjectKind;
import org.diaodu.server.policies.SubjectId;

/** What nobody is paid twice for, within an enterprise and a clause: its life, a year, or a project. */
final class OnceKey {

    private OnceKey() {}

    /** Once in a lifetime counts for the enterprise with all its projects; else each project or product by itself. */
    static String of(Once once, SubjectId subject, int year) {
        String part = subject.kind() == SubjectKind.ENTERPRISE ? "" : "/" + subject.kind() + "/" + subject.code();
        return switch (once) {
            case LIFETIME -> "LIFETIME";
            case YEARLY -> year + part;
            case PER_PROJECT -> "PROJECT" + part;
        };
    }
}

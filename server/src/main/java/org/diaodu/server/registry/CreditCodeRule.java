package org.diaodu.server.registry;

import java.util.Optional;
import org.diaodu.standards.CreditCode;
import org.jspecify.annotations.Nullable;

/** A credit code in the register holds both checks, or has a reason why it is accepted without the outer one. */
final class CreditCodeRule {

    private CreditCodeRule() {}

    static Optional<Fault> fault(String text, @Nullable String override) {
        return switch (CreditCode.parse(text)) {
            case CreditCode.Valid valid -> Optional.empty();
            case CreditCode.OuterCheckFails fails ->
                override != null && !override.isBlank()
                        ? Optional.empty()
                        : Optional.of(new Fault(
                                "RG11",
                                "override",
                                text,
                                fails.zh() + " 如确认无误，请填写采用理由。",
                                fails.en() + " If it is right, give the reason for accepting it."));
            case CreditCode.Invalid invalid ->
                Optional.of(new Fault("RG12", "creditCode", text, invalid.zh(), invalid.en()));
        };
    }

    /** The code in its plain form; only for texts without a fault. */
    static String plain(String text) {
        return switch (CreditCode.parse(text)) {
            case CreditCode.Valid valid -> valid.code().value();
            case CreditCode.OuterCheckFails fails -> fails.code().value();
            case CreditCode.Invalid invalid -> throw new IllegalArgumentException(invalid.en());
        };
    }
}

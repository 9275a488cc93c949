package org.diaodu.server.returns;

import org.diaodu.server.pages.Explained;
import org.diaodu.server.pages.Explanation;

/** An enterprise that is not within the caller's unit; whether it exists is not told. */
public final class NotYours extends RuntimeException implements Explained {

    public NotYours() {
        super("RT00 the enterprise is not within the caller's unit");
    }

    @Override
    public Explanation explanation() {
        return new Explanation(
                403,
                "RT00",
                "该企业不在您的单位范围内，或不存在。请核对地址，或联系其所在单位。",
                "The enterprise is not within your unit, or does not exist. Maybe check the address, or ask its own bureau.");
    }
}

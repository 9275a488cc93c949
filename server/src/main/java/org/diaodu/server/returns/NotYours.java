package org.diaodu.server.returns;

import org.diaodu.server.pages.Explained;

/** An enterprise that is not within the caller's unit; whether it exists is not told. */
public final class NotYours extends RuntimeException implements Explained {

    public NotYours() {
        super("RT00 the enterprise is not within the caller's unit");
    }

    @Override
    public int status() {
        return 403;
    }

    @Override
    public String code() {
        return "RT00";
    }

    @Override
    public String zh() {
        return "该企业不在您的单位范围内，或不存在。请核对地址，或联系其所在单位。";
    }

    @Override
    public String en() {
        return "The enterprise is not within your unit, or does not exist. Maybe check the address, or ask its own bureau.";
    }
}

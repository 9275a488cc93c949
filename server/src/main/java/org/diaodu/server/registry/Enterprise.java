package org.diaodu.server.registry;

import org.jspecify.annotations.Nullable;

/**
 * An enterprise as the register knows it, apart from what changes by month.
 *
 * @param creditCode unified social credit code, 18 characters
 * @param override why a code whose outer check fails was accepted
 * @param region where it belongs now
 * @param version rises with every change; a form saved against an older one is stale
 */
public record Enterprise(
        long id, String creditCode, @Nullable String override, String region, int version) {}

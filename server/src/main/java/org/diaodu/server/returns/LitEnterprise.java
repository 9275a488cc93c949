package org.diaodu.server.returns;

/** An enterprise of the key list with its light in a period. */
public record LitEnterprise(
        long id, String creditCode, String name, String region, String industry, EnterpriseLight light) {}

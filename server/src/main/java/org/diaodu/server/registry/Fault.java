package org.diaodu.server.registry;

/** Something a form or file got wrong: a stable code, the field, and what to do about it. */
public record Fault(String code, String field, String value, String zh, String en) {}

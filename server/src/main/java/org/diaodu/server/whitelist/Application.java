package org.diaodu.server.whitelist;

/**
 * An application as it was typed.
 *
 * @param key the same when the form is sent twice
 * @param kind a name of {@link Kind}
 * @param level a name of {@link org.diaodu.server.access.Unit.Level}: how far the enterprise has to deliver, and so who decides
 */
public record Application(String key, String kind, String level, String grounds) {}

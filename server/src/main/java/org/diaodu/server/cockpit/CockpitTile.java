package org.diaodu.server.cockpit;

import java.util.List;

/**
 * A tile of the cockpit that another module contributes; its texts are the messages {@code cockpit.tile.<key>}, with
 * {@code .why} and {@code .note}.
 *
 * @param note arguments of the note under the figure
 * @param href the list the figure counts
 */
public record CockpitTile(String key, long figure, List<Object> note, String href) {}

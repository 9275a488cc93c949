package org.diaodu.server.database;

import java.sql.SQLException;
import java.util.function.Function;
import org.springframework.dao.DataAccessException;

/**
 * A word of the database's own that a page can tell.
 *
 * @param sqlState what the database raised, {@code DDnnn} in a migration
 * @param told as what it is told
 */
public record Refusal(String sqlState, Function<SQLException, DataAccessException> told) {}

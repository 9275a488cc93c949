/** The database: embedded PostgreSQL or one by address, its roles, and its migrations. */
@NullMarked
package org.diaodu.server.database;

import org.jspecify.annotations.NullMarked;

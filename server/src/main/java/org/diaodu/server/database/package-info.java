/** The database: embedded PostgreSQL or one by address, its roles, its migrations, and what was found there last. */
@NullMarked
package org.diaodu.server.database;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.diaodu.server.database;

import org.jspecify.annotations.NullMarked;

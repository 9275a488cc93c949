/** The platform as tests meet it: one database and one server for all of them, real users, real requests. */
@NullMarked
package org.diaodu.server.testing;

import org.jspecify.annotations.NullMarked;

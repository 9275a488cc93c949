/** The pages of the register. */
@NullMarked
package org.diaodu.server.registry.web;

import org.jspecify.annotations.NullMarked;

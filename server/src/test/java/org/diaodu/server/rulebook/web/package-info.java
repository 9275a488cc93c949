@NullMarked
package org.diaodu.server.rulebook.web;

import org.jspecify.annotations.NullMarked;

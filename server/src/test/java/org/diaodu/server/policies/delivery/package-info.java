@NullMarked
package org.diaodu.server.policies.delivery;

import org.jspecify.annotations.NullMarked;

@NullMarked
package org.diaodu.server.policies.web;

import org.jspecify.annotations.NullMarked;

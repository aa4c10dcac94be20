package milepost.access.again;

import java.util.Map;

/**
 * What was answered to a request.
 *
 * @param request what tells the request from others: a hash of all that matters in it
 * @param headers by name
 * @param replayed whether it was given before and is only repeated
 */
public record KeptAnswer(String request, int status, Map<String, String> headers, String body, boolean replayed) {}

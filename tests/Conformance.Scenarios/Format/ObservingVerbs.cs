using static Conformance.Scenarios.Format.ValueKind;

namespace Conformance.Scenarios.Format;

/// <summary>What is looked at.</summary>
internal static class ObservingVerbs
{
    public static IReadOnlyList<VerbDescription> All { get; } =
    [
        new(
            new("session", WordOrMap, "Who the service provider says is signed in: nobody, no-gain (an attacker gained nothing), not-the-victim (nobody is in the victim's account, and nothing of it shows but what the message says itself), whole (nothing of two people at once), at-most-once (of what was done together, one part at most), or a role.")
            {
                Words = ["nobody", "no-gain", "not-the-victim", "whole", "at-most-once"],
                Keys =
                [
                    new("signed-in", Text, "The role that must be signed in.") { IsRequired = true },
                    new("attributes", Expectations, "Attribute → value, list of values or matcher."),
                    new("role", Text, "The role the session shows."),
                ],
            },
            []),
        new(
            new("hops", Maps, "The requests the browser made since the last hops, each following the one before.")
            {
                Keys =
                [
                    new("method", Expectation, "The request's method."),
                    new("url", Expectation, "The request's address."),
                    new("status", Expectation, "The answer's status."),
                    new("location", Expectation, "The answer's Location header."),
                ],
            },
            []),
        new(
            new("request", Text, "A program sends one request with the cookies of this browser: method and URL. Redirects are not followed."),
            [
                new("headers", Values, "Headers."),
                new("form", Values, "Fields of a form body."),
                new("body", Text, "A body, word for word."),
                new("expect", Map, "What the answer is.")
                {
                    Keys =
                    [
                        new("status", Expectation, "The status."),
                        new("headers", Expectations, "Header → value or matcher."),
                        new("message", Expectation, "The SAML message in the Location, as XML."),
                        new("body", Expectation, "The body: a value, a matcher, or fields of a JSON document."),
                    ],
                },
            ]),
        new(new("metadata", Expectations, "What the service provider's metadata says: field → value or matcher."), []),
        new(new("page", Expectations, "What the browser rests at: url, status, text, body, planted, framing, or a header by its name → value or matcher."), []),
        new(new("session-cookie", Expectations, "The cookie that makes the session: name, Secure, HttpOnly, SameSite, Domain, Path → value or matcher."), []),
        new(new("stays-away", Text, "The browser was never sent to this address or below it."), []),
    ];
}

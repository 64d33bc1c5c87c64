using System.Globalization;
using Conformance.Fakes.Stubs;

namespace Conformance.Fakes.ScimServer;

/// <summary>The answers of a server that is not well.</summary>
internal static class ScimMisbehaviour
{
    // Long enough for others to come meanwhile.
    private static readonly TimeSpan HowLate = TimeSpan.FromMilliseconds(50);

    public static StubResponse Answer(ScimFault fault, Func<StubResponse> doIt, string elsewhere, DateTimeOffset now)
    {
        var seconds = ((int)fault.Wait.TotalSeconds).ToString(CultureInfo.InvariantCulture);
        string Words(string usual) => fault.Detail.Length > 0 ? fault.Detail : usual;
        return fault.Kind switch
        {
            ScimFaultKind.Unauthorized => ScimResponder.Refuse(401, null, Words("The token has expired.")),
            ScimFaultKind.Conflict => ScimResponder.Refuse(409, "uniqueness", Words("There is a User with this userName already.")),
            ScimFaultKind.Throttled => ScimResponder.Refuse(429, null, Words("Too many requests.")).With("Retry-After", seconds),
            ScimFaultKind.ThrottledUntil => ScimResponder.Refuse(429, null, Words("Too many requests."))
                .With("Retry-After", (now + fault.Wait).ToString("R", CultureInfo.InvariantCulture)),
            ScimFaultKind.Unavailable => ScimResponder.Refuse(503, null, Words("Down for maintenance.")).With("Retry-After", seconds),
            ScimFaultKind.Error => ScimResponder.Refuse(500, null, Words("Something broke.")),
            ScimFaultKind.BadGateway => StubResponse.Html("<html><body><h1>502 Bad Gateway</h1></body></html>", 502),
            ScimFaultKind.Invalid => ScimResponder.Refuse(400, "invalidValue", Words("The value is not valid.")),
            ScimFaultKind.Redirect => StubResponse.Redirect(elsewhere, 307),
            ScimFaultKind.Reset => StubResponse.Faulty(StubFault.ResetConnection),
            ScimFaultKind.LostAnswer => Done() with { Fault = StubFault.ResetConnection },
            ScimFaultKind.Silence => Done() with { Fault = StubFault.HangUntilCancelled },
            ScimFaultKind.CutAnswer => Cut(Done()),
            _ => Done() with { Delay = HowLate },
        };

        StubResponse Done() => doIt();
    }

    private static StubResponse Cut(StubResponse whole) => whole.Body.Length < 2
        ? whole with { Fault = StubFault.ResetConnection }
        : whole with { Fault = StubFault.TruncateBody(whole.Body.Length / 2) };
}

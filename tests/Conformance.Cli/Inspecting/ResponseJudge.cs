using System.Globalization;
using Conformance.Saml.Messages;
using Conformance.Saml.Names;

namespace Conformance.Cli.Inspecting;

/// <summary>By which clauses a sound service provider would refuse a Response, as far as the message itself tells.</summary>
internal sealed class ResponseJudge
{
    private static readonly TimeSpan Skew = TimeSpan.FromMinutes(3);
    private readonly ReadResponse _response;
    private readonly Expectations _expectations;
    private readonly List<MessageProblem> _problems = [];

    private ResponseJudge(ReadResponse response, Expectations expectations)
    {
        _response = response;
        _expectations = expectations;
    }

    /// <summary>Every reason to refuse, in the order in which a service provider would meet them.</summary>
    public static IReadOnlyList<MessageProblem> Judge(ReadResponse response, Expectations expectations)
    {
        var judge = new ResponseJudge(response, expectations);
        judge._problems.AddRange(response.Problems);
        if (response.Problems.Count == 0)
        {
            judge.JudgeMessage();
            judge.JudgeSignatures();
            foreach (var assertion in response.Assertions)
            {
                judge.JudgeAssertion(assertion);
            }
        }

        return judge._problems;
    }

    private void Require(bool holds, string clause, string sentence)
    {
        if (!holds)
        {
            _problems.Add(new MessageProblem(clause, sentence));
        }
    }

    private void JudgeMessage()
    {
        var success = _response.StatusCodes.Count > 0 && _response.StatusCodes[0] == StatusCodes.Success;
        Require(_response.Root == "Response", "saml-core/3.3.3", $"The message is a {_response.Root}, not a Response.");
        Require(success, "saml-core/3.2.2.2", $"The status is {(_response.StatusCodes.Count == 0 ? "missing" : string.Join(", ", _response.StatusCodes))}: nobody is to be signed in.");
        if (success)
        {
            Require(_response.Assertions.Count + _response.EncryptedAssertions > 0, "saml-profiles/4.1.4.2", "There is no assertion.");
        }

        if (_expectations.AcsUrl is { } acs)
        {
            Require(_response.Destination is null || _response.Destination == acs, "saml-bindings/3.5.5.2", $"The Destination is \"{_response.Destination}\", and the service provider takes answers at \"{acs}\".");
        }

        Require(
            _response.InResponseTo is null || _expectations.Requests is null || _expectations.Requests.Contains(_response.InResponseTo, StringComparer.Ordinal),
            "saml-core/3.2.2",
            $"InResponseTo is \"{_response.InResponseTo}\", which is none of the requests that were seen.");
    }

    private void JudgeSignatures()
    {
        if (_response.Signatures.Count == 0)
        {
            Require(_response.EncryptedAssertions > 0, "saml-profiles/4.1.4.5", "Nothing is signed.");
        }

        foreach (var signature in _response.Signatures)
        {
            var parent = signature.Path[..Math.Max(0, signature.Path.LastIndexOf('/'))];
            Require(signature.References.Count == 1, "saml-core/5.4.2", $"{signature.Path} has {signature.References.Count} references; there must be one.");
            Require(signature.Covers.Count <= signature.References.Count, "saml-core/1.3.4", $"The ID that {signature.Path} refers to is there {signature.Covers.Count} times.");
            Require(signature.Covers.Count > 0, "xmldsig/3.2.1", $"{signature.Path} refers to {string.Join(", ", signature.References)}, which is nowhere.");
            Require(
                signature.Covers.Count == 0 || signature.Covers.Contains(parent, StringComparer.Ordinal),
                "saml-core/5.4.2",
                $"{signature.Path} signs {string.Join(", ", signature.Covers)}, and not the element that it stands in.");
        }

        foreach (var finding in SignatureFindings.Of(_response, _expectations.Certificate).Where(finding => !finding.Holds && finding.IsAgainst))
        {
            _problems.Add(new MessageProblem("xmldsig/3.2", finding.Sentence));
        }

        foreach (var assertion in _response.Assertions.Where(_ => _response.Signatures.Count > 0))
        {
            Require(
                _response.Signatures.Any(signature => signature.Covers.Any(path => assertion.Path == path || assertion.Path.StartsWith(path + "/", StringComparison.Ordinal))),
                "saml-profiles/4.1.4.3",
                $"No signature covers {assertion.Path}.");
        }
    }

    private void JudgeAssertion(AssertionView assertion)
    {
        var path = assertion.Path;
        Require(assertion.Issuer is not null, "saml-core/2.3.3", $"{path} has no Issuer.");
        Require(_response.Issuer is null || assertion.Issuer is null || assertion.Issuer == _response.Issuer, "saml-profiles/4.1.4.2", $"{path} is issued by \"{assertion.Issuer}\", the Response by \"{_response.Issuer}\".");
        JudgeTimes(assertion);
        Require(assertion.Audiences.Count > 0, "saml-profiles/4.1.4.2", $"{path} is restricted to no audience.");
        if (_expectations.Audience is { } audience && assertion.Audiences.Count > 0)
        {
            Require(assertion.Audiences.Contains(audience, StringComparer.Ordinal), "saml-core/2.5.1.4", $"{path} is meant for {string.Join(", ", assertion.Audiences)}, not for \"{audience}\".");
        }

        Require(assertion.Recipient is not null, "saml-profiles/4.1.4.2", $"The SubjectConfirmationData of {path} has no Recipient.");
        Require(
            assertion.Recipient is null || _expectations.AcsUrl is null || assertion.Recipient == _expectations.AcsUrl,
            "saml-profiles/4.1.4.3",
            $"The Recipient in {path} is \"{assertion.Recipient}\", and the service provider takes answers at \"{_expectations.AcsUrl}\".");
        Require(
            assertion.Recipient is null || _response.Destination is null || assertion.Recipient == _response.Destination,
            "saml-profiles/4.1.4.3",
            $"The Recipient in {path} is \"{assertion.Recipient}\", the Destination of the Response \"{_response.Destination}\".");
        Require(
            assertion.InResponseTo == _response.InResponseTo,
            "saml-profiles/4.1.4.3",
            $"{path} answers \"{assertion.InResponseTo ?? "no request"}\", the Response \"{_response.InResponseTo ?? "no request"}\".");
        Require(assertion.AuthnInstant is not null, "saml-profiles/4.1.4.2", $"{path} has no AuthnStatement.");
    }

    private void JudgeTimes(AssertionView assertion)
    {
        var path = assertion.Path;
        var at = _expectations.At;
        Require(assertion.ConfirmationNotOnOrAfter is not null, "saml-profiles/4.1.4.2", $"The SubjectConfirmationData of {path} has no NotOnOrAfter.");
        NotOver(assertion.ConfirmationNotOnOrAfter, "saml-profiles/4.1.4.3", $"The confirmation of {path}");
        NotOver(assertion.NotOnOrAfter, "saml-core/2.5.1.2", path);
        if (Time(assertion.NotBefore) is { } from)
        {
            Require(from <= at + Skew, "saml-core/2.5.1.2", $"{path} does not hold before {assertion.NotBefore}, {MessageText.Distance(from - at)}.");
        }

        foreach (var text in new[] { assertion.NotBefore, assertion.NotOnOrAfter, assertion.ConfirmationNotOnOrAfter, assertion.AuthnInstant }.OfType<string>())
        {
            Require(Time(text) is not null, "saml-core/1.3.3", $"\"{text}\" in {path} is no time in UTC.");
        }

        void NotOver(string? text, string clause, string what)
        {
            if (Time(text) is { } until)
            {
                Require(until > at - Skew, clause, $"{what} was over at {text}, {MessageText.Distance(until - at)}.");
            }
        }
    }

    internal static DateTimeOffset? Time(string? text) =>
        text is not null && text.Contains('T', StringComparison.Ordinal)
        && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var time)
            ? time
            : null;
}

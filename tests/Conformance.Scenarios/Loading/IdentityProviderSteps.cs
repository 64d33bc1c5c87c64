using Conformance.Scenarios.Model;
using Conformance.Scenarios.Steps;
using Conformance.Scenarios.Words;

namespace Conformance.Scenarios.Loading;

/// <summary>Makes the records of what the identity provider receives, shows and sends.</summary>
internal static class IdentityProviderSteps
{
    public static IdpReceives Receives(Text message, StepKeys keys, ReadingScope scope)
    {
        var name = keys.Text("as");
        var expect = keys.Expectations("expect");
        if (message.Raw is "nothing" or "no-AuthnRequest" or "no-LogoutRequest" && (name ?? expect?.Entries[0].Key) is { } needless)
        {
            scope.Report(needless.Location, $"\"idp-receives: {message.Raw}\" has a message to name or to compare. Leave \"as\" and \"expect\" out.");
        }

        // Only now: a message's expectations cannot speak of the message itself.
        scope.AddName(name);
        return new IdpReceives(message, name, expect);
    }

    public static IdpAnswers Answers(Text message, StepKeys keys, ReadingScope scope)
    {
        var step = new IdpAnswers
        {
            Message = message,
            Subject = keys.Role("subject"),
            Forge = keys.Role("forge"),
            Sign = keys.Text("sign"),
            Signature = Known(keys.Values("signature"), "signature", scope.Vocabulary.SignatureKeys, scope),
            Encrypt = Known(keys.Values("encrypt"), "encrypt", scope.Vocabulary.EncryptKeys, scope),
            Style = Known(keys.Values("style"), "style", scope.Vocabulary.StyleKeys, scope),
            Unsolicited = keys.Flag("unsolicited") ?? false,
            Says = keys.Edits("says"),
            Tamper = keys.Edits("tamper"),
            By = keys.Text("by"),
            RelayState = keys.Text("relay-state"),
            To = keys.Text("to"),
            Held = keys.Flag("held") ?? false,
            As = keys.Text("as"),
            InResponseTo = keys.Text("in-response-to"),
        };
        if (step.InResponseTo is { } request)
        {
            scope.CheckName(request);
        }

        if (step is { Held: true, As: null })
        {
            scope.Report(message.Location, "The answer is held and has no name, so nothing can deliver it. Name it with \"as\".");
        }

        scope.AddName(step.As);
        return step;
    }

    public static IdpSends Sends(Text message, StepKeys keys, ReadingScope scope)
    {
        var step = new IdpSends
        {
            Message = message,
            Subject = keys.Role("subject"),
            SessionOf = keys.Text("session-of"),
            Signer = keys.Text("signed"),
            Binding = keys.Text("binding"),
            Encrypted = keys.Flag("encrypted") ?? false,
            Says = keys.Edits("says"),
            Tamper = keys.Edits("tamper"),
            RelayState = keys.Text("relay-state"),
            As = keys.Text("as"),
        };
        if (step.SessionOf is { } answer)
        {
            scope.CheckName(answer);
        }

        scope.AddName(step.As);
        return step;
    }

    public static IdpRepeats Repeats(Text answer, StepKeys keys, ReadingScope scope)
    {
        scope.CheckName(answer);
        return new IdpRepeats(answer) { Changed = keys.Text("changed") };
    }

    public static IdpShows Shows(Text page, ReadingScope scope)
    {
        scope.CheckWord(page, "The page", scope.Vocabulary.IdentityProviderPages);
        return new IdpShows(page);
    }

    public static IdpAdmin Admin(IReadOnlyList<KeyValuePair<Text, Text>> actions, ReadingScope scope)
    {
        // The others change the application or its keys, not people.
        foreach (var (_, role) in actions.Where(action => action.Key.Raw is "assign" or "unassign" or "add-to-group" or "remove-from-group" or "disable" or "enable"))
        {
            scope.Role(role);
        }

        return new IdpAdmin(actions);
    }

    private static MapValue? Known(MapValue? map, string key, KnownWords words, ReadingScope scope)
    {
        foreach (var name in map?.Entries.Select(entry => entry.Key) ?? [])
        {
            scope.CheckWord(name, $"The key of \"{key}\"", words);
        }

        return map;
    }
}

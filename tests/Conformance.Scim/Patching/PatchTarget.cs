using System.Text.Json.Nodes;
using Conformance.Scim.Filters;
using Conformance.Scim.Resources;
using Conformance.Scim.Schemas;

namespace Conformance.Scim.Patching;

/// <summary>The place in a resource that one change works on.</summary>
/// <param name="dialect">How literally the change is read.</param>
/// <param name="owner">The object that holds the attribute.</param>
/// <param name="attribute">The attribute.</param>
/// <param name="filter">Which of its values; null for all.</param>
/// <param name="part">The part of it; null for the whole.</param>
internal sealed class PatchTarget(
    WireDialect dialect, JsonObject owner, ScimAttribute attribute, Filter? filter, ScimAttribute? part)
{
    public void Apply(PatchOperation operation)
    {
        // An unassigned value in "replace" or "add" clears (RFC 7643 2.5).
        var removes = operation.Op == "remove" || (operation.Op == "replace" && ScimJson.IsUnassigned(operation.Value));
        if (operation.Op == "add" && ScimJson.IsUnassigned(operation.Value))
        {
            return;
        }

        if (attribute.MultiValued)
        {
            ApplyToMany(operation, removes);
        }
        else if (filter is not null)
        {
            throw new ScimException(ScimTypes.InvalidPath, $"\"{attribute.Name}\" has one value, no filter chooses among it.");
        }
        else if (removes)
        {
            RemoveOne();
        }
        else
        {
            SetOne(operation.Value!);
        }
    }

    private void RemoveOne()
    {
        if (part is null)
        {
            _ = owner.Remove(attribute.Name);
        }
        else if (owner[attribute.Name] is JsonObject complex)
        {
            _ = complex.Remove(part.Name);
        }
    }

    private void SetOne(JsonNode value)
    {
        if (part is not null)
        {
            Merge(new JsonObject { [part.Name] = value.DeepClone() });
        }
        else if (attribute.IsComplex && value is JsonObject parts)
        {
            Merge(parts);
        }
        else
        {
            owner[attribute.Name] = value.DeepClone();
        }
    }

    private void Merge(JsonObject parts)
    {
        if (owner[attribute.Name] is not JsonObject complex)
        {
            complex = ScimJson.NewObject();
            owner[attribute.Name] = complex;
        }

        foreach (var (name, value) in parts)
        {
            complex[name] = value?.DeepClone();
        }
    }

    private void ApplyToMany(PatchOperation operation, bool removes)
    {
        if (owner[attribute.Name] is not JsonArray values)
        {
            values = [];
            owner[attribute.Name] = values;
        }

        var chosen = filter is null ? [.. values] : values.Where(value => FilterEvaluation.MatchesValue(filter, attribute, value)).ToList();
        var primaries = values.Where(PatchedValues.IsPrimary).ToList();
        if (filter is null && part is null)
        {
            ApplyToAll(values, operation, removes);
        }
        else if (removes)
        {
            Remove(values, chosen);
        }
        else
        {
            Change(values, chosen, operation);
        }

        PatchedValues.KeepOnePrimary(values, primaries);
    }

    private void ApplyToAll(JsonArray values, PatchOperation operation, bool removes)
    {
        var sent = operation.Value is JsonArray list ? list.OfType<JsonNode>().ToList() : operation.Value is { } one ? [one] : [];
        if (removes && dialect == WireDialect.Lenient && sent.Count > 0)
        {
            // Entra ID and JumpCloud name the members to remove in the value; the RFC has no such thing and would remove all.
            foreach (var gone in values.Where(value => sent.Any(named => PatchedValues.SameValue(value, named))).ToList())
            {
                _ = values.Remove(gone);
            }

            return;
        }

        if (removes || operation.Op == "replace")
        {
            values.Clear();
        }

        if (!removes)
        {
            PatchedValues.AddNew(values, sent, attribute);
        }
    }

    private void Remove(JsonArray values, List<JsonNode?> chosen)
    {
        foreach (var value in chosen)
        {
            if (part is null)
            {
                _ = values.Remove(value);
            }
            else if (part.Mutability == "immutable")
            {
                throw new ScimException(ScimTypes.Mutability, $"\"{attribute.Name}.{part.Name}\" cannot be changed.");
            }
            else if (value is JsonObject complex)
            {
                _ = complex.Remove(part.Name);
            }
        }
    }

    private void Change(JsonArray values, List<JsonNode?> chosen, PatchOperation operation)
    {
        if (chosen.Count == 0)
        {
            if (dialect == WireDialect.Rfc || PatchedValues.FromFilter(filter) is not { } made)
            {
                throw new ScimException(ScimTypes.NoTarget, $"No value of \"{attribute.Name}\" meets the filter.");
            }

            // Entra ID adds a person's first work address with emails[type eq "work"].value.
            if (operation.Op == "replace")
            {
                throw new ScimException(ScimTypes.NoTarget, $"No value of \"{attribute.Name}\" meets the filter.");
            }

            values.Add(made);
            chosen = [made];
        }

        foreach (var value in chosen.OfType<JsonObject>())
        {
            if (part is not null)
            {
                value[part.Name] = operation.Value!.DeepClone();
                continue;
            }

            if (operation.Op == "replace")
            {
                value.Clear();
            }

            foreach (var (name, content) in operation.Value as JsonObject ?? ScimJson.NewObject())
            {
                value[name] = content?.DeepClone();
            }
        }
    }
}

using System.Text.Json;

namespace Inburgering.Gateway.Partners;

/// <summary>One JSON object of a partner, read field by field. Every fault is kept with its place; names the contract lacks are left alone.</summary>
public sealed class JsonFields
{
    private readonly JsonElement? element;
    private readonly string at;
    private readonly FaultList faults;

    private JsonFields(JsonElement? element, string at, FaultList faults)
    {
        this.element = element;
        this.at = at;
        this.faults = faults;
    }

    /// <summary>The field, or null when the object leaves it out. A null value is a fault of whoever reads it.</summary>
    public JsonField? Optional(string name) =>
        element is { } given && given.TryGetProperty(name, out var value) ? new JsonField(value, $"{at}/{name}", faults) : null;

    /// <summary>The field; leaving it out is a fault.</summary>
    public JsonField Required(string name)
    {
        if (Optional(name) is { } field)
        {
            return field;
        }

        if (element is not null)
        {
            faults.Add(new BerichtFout($"{at}/{name}", "Ontbreekt, maar is verplicht."));
        }

        return new JsonField(null, $"{at}/{name}", faults);
    }

    /// <summary>Every other name is a fault, for messages in which nothing may come along unseen.</summary>
    /// <param name="names">What the contract has.</param>
    /// <param name="detail">In Dutch: why not.</param>
    public void Only(IReadOnlyCollection<string> names, string detail)
    {
        if (element is { ValueKind: JsonValueKind.Object } given)
        {
            foreach (var other in given.EnumerateObject().Select(field => field.Name).Where(name => !names.Contains(name)))
            {
                Fault(other.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal), detail);
            }
        }
    }

    /// <summary>Keeps a fault that no field has by itself: two that do not go together.</summary>
    /// <param name="name">The field it is shown at.</param>
    /// <param name="detail">In Dutch: what has to change.</param>
    public void Fault(string name, string detail) => faults.Add(new BerichtFout($"{at}/{name}", detail));

    /// <param name="element">Null: the fault is known already, so its fields are not reported one by one.</param>
    internal static JsonFields Of(JsonElement? element, string at, FaultList faults)
    {
        if (element is { ValueKind: not JsonValueKind.Object })
        {
            faults.Add(new BerichtFout(at, "Is geen object."));
            element = null;
        }

        return new JsonFields(element, at, faults);
    }
}

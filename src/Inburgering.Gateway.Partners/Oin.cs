namespace Inburgering.Gateway.Partners;

/// <summary>Organisatie-identificatienummer: twenty positions, letters or digits (OIN-Stelsel 2.2.2). Not secret.</summary>
public readonly record struct Oin
{
    private readonly string? value;

    private Oin(string value) => this.value = value;

    /// <summary>True for exactly twenty ASCII letters or digits.</summary>
    public static bool TryParse(string? text, out Oin oin)
    {
        oin = default;
        if (text is not { Length: 20 } || !text.All(char.IsAsciiLetterOrDigit))
        {
            return false;
        }

        oin = new Oin(text);
        return true;
    }

    /// <summary>As <see cref="TryParse"/>, for configuration.</summary>
    /// <exception cref="FormatException">Not an OIN.</exception>
    public static Oin Parse(string text) =>
        TryParse(text, out var oin) ? oin : throw new FormatException($"«{text}» is geen OIN: twintig letters of cijfers.");

    /// <inheritdoc />
    public override string ToString() => value ?? string.Empty;
}
